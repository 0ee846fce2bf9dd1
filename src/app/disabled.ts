/** Plugins of JupyterLab that need a server, or for which the app has its own. */
const disabled = new Set([
  // The app has one address and one workspace, see address.ts and router.ts.
  '@jupyterlab/application-extension:main',
  '@jupyterlab/application-extension:notfound',
  '@jupyterlab/application-extension:tree-resolver',
  '@jupyterlab/apputils-extension:resolver',
  '@jupyterlab/apputils-extension:workspaces',
  '@jupyterlab/docmanager-extension:download',
  '@jupyterlab/docmanager-extension:open-browser-tab',
  '@jupyterlab/filebrowser-extension:download',
  '@jupyterlab/filebrowser-extension:open-browser-tab',
  '@jupyterlab/filebrowser-extension:share-file',
  // An own mark in the top bar and an own page while loading.
  '@jupyterlab/application-extension:logo',
  '@jupyterlab/apputils-extension:splash',
  // These ask a server for news, licences, packages of translations, or language servers.
  '@jupyterlab/apputils-extension:announcements',
  '@jupyterlab/apputils-extension:licenses-client',
  '@jupyterlab/apputils-extension:licenses-plugin',
  '@jupyterlab/fileeditor-extension:language-server',
  '@jupyterlab/notebook-extension:language-server',
  '@jupyterlab/translation-extension:translator-connector',
  // There are no consoles, so these would wait for one.
  '@jupyterlab/notebook-extension:code-console',
  '@jupyterlab/tooltip-extension:consoles',
  // Lessons are edited in Monaco.
  '@jupyterlab/notebook-extension:factory',
  // Contents, settings and workspaces live in the browser.
  '@jupyterlab/services-extension:config-section-manager',
  '@jupyterlab/services-extension:connection-status',
  '@jupyterlab/services-extension:content-provider-warning',
  '@jupyterlab/services-extension:default-drive',
  '@jupyterlab/services-extension:event-manager',
  '@jupyterlab/services-extension:nbconvert-manager',
  '@jupyterlab/services-extension:setting-manager',
  '@jupyterlab/services-extension:user-manager',
  '@jupyterlab/services-extension:workspace-manager',
  '@jupyterlite/services-extension:default-drive',
  '@jupyterlite/services-extension:localforage',
  // Kernels are ours.
  '@jupyterlab/services-extension:kernel-manager',
  '@jupyterlab/services-extension:kernel-spec-manager',
  '@jupyterlab/services-extension:session-manager',
  '@jupyterlite/services-extension:kernel-client',
  '@jupyterlite/services-extension:kernel-manager',
  '@jupyterlite/services-extension:kernel-spec-client',
  '@jupyterlite/services-extension:kernel-spec-manager',
  '@jupyterlite/services-extension:kernel-specs',
  '@jupyterlite/services-extension:session-manager'
]);

/** Whether a plugin with this id belongs in the app. */
export function isWanted(id: string): boolean {
  return !disabled.has(id);
}
