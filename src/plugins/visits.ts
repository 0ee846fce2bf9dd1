import { PageConfig } from '@jupyterlab/coreutils';
import { Visits } from '../library/visits';
import { pageStorage } from './page-storage';

/** The lessons of this server that were open in this browser. */
export const pageVisits = (): Visits =>
  new Visits(pageStorage(), `lessonbook:visits:${PageConfig.getBaseUrl()}`);
