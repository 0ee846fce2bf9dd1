import { PageConfig } from '@jupyterlab/coreutils';

/**
 * Where the lessons stand among the launcher's groups: first in the app, which is there for them, and
 * after the notebooks in a JupyterLab.
 */
export function lessonsRank(): number {
  return PageConfig.getOption('lessonbookServer') === 'false' ? -1 : 10;
}
