import { Token } from '@lumino/coreutils';
import type { Hub } from './kernel/hub';

/** Our kernels and their sessions. */
export const IHub = new Token<Hub>('jupyterlab-lessonbook:IHub');

/** The commands, for menus, palette and shortcuts. */
export const CommandIDs = {
  openLesson: 'lessonbook:open-lesson'
} as const;
