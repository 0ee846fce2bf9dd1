import { errorHandler } from 'monaco-editor/base/common/errors';

/** Lets a page have hundreds of editors: from 200 on Monaco reports each further one as a leak. */
export function allowManyEditors(): void {
  const report = errorHandler.unexpectedErrorHandler;
  errorHandler.unexpectedErrorHandler = error => {
    if (!(error instanceof Error && error.name === 'ListenerLeakError')) {
      report(error);
    }
  };
}
