import type { JupyterFrontEndPlugin } from '@jupyterlab/application';

/**
 * JupyterLab 4.6 asks its debugger for the loaded modules after every execution, also where the
 * kernel has no debugger, and each time an error nobody handles lands in the console.
 */
export const debuggerSilencePlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-lessonbook:debugger-silence',
  description: 'Keeps an error of the debugger out of the console for kernels that have none.',
  autoStart: true,
  activate: () => {
    window.addEventListener('unhandledrejection', event => {
      const reason: unknown = event.reason;
      if (reason instanceof Error && reason.message === 'No active debugger session') {
        event.preventDefault();
      }
    });
  }
};
