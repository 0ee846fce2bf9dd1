import { Token } from '@lumino/coreutils';
import type { Hub } from './kernel/hub';
import type { NotebookClients } from './language/notebook-clients';
import type { ProgressRecord } from './progress/record';

/** Our kernels and their sessions. */
export const IHub = new Token<Hub>('jupyterlab-lessonbook:IHub');

/** The language service over the cells of each notebook. */
export const ILanguages = new Token<NotebookClients>('jupyterlab-lessonbook:ILanguages');

/** What the learner has tried and solved. */
export const IProgress = new Token<ProgressRecord>('jupyterlab-lessonbook:IProgress');

/** The commands, for menus, palette and shortcuts. */
export const CommandIDs = {
  home: 'lessonbook:home',
  openLesson: 'lessonbook:open-lesson',
  review: 'lessonbook:review',
  showLessons: 'lessonbook:show-lessons',
  reference: 'lessonbook:reference',
  check: 'lessonbook:check',
  hint: 'lessonbook:hint',
  solution: 'lessonbook:solution',
  reset: 'lessonbook:reset',
  resetLesson: 'lessonbook:reset-lesson',
  goToStep: 'lessonbook:go-to-step',
  allowPackages: 'lessonbook:allow-packages',
  libraryFrames: 'lessonbook:toggle-library-frames',
  exportProgress: 'lessonbook:export-progress',
  exportStatements: 'lessonbook:export-statements',
  importProgress: 'lessonbook:import-progress'
} as const;
