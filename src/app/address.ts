/** The folder that the app is served from, with a slash at its end. */
export function siteUrl(pageUrl: string): string {
  return new URL('.', pageUrl).href;
}

/** What JupyterLab and our plugins read from the page's configuration, for an app at `site`. */
export function pageOptions(site: string): Record<string, string> {
  const at = (path: string) => new URL(path, site).pathname;
  return {
    appName: 'Lessonbook',
    appNamespace: 'lessonbook',
    baseUrl: at('.'),
    // The app is one page: JupyterLab's own addresses (/lab/tree/…) do not exist on a static host.
    appUrl: '',
    treeUrl: '',
    fullStaticUrl: at('static'),
    settingsUrl: at('schemas'),
    // JupyterLab puts the base in front of this one.
    themesUrl: 'themes',
    workspacesApiUrl: '',
    mode: 'multiple-document',
    terminalsAvailable: 'false',
    contentsStorageName: storageName(site),
    settingsStorageName: storageName(site),
    workspacesStorageName: storageName(site),
    federated_extensions: '[]',
    lessonbookServer: 'false'
  };
}

/** The files that the page was asked to open: `?path=first/fit-a-line.ipynb`. */
export function requestedPaths(pageUrl: string): string[] {
  return new URL(pageUrl).searchParams.getAll('path').filter(path => path !== '');
}

/** The page's address without the files to open, so that a reload does not open them again. */
export function withoutPaths(pageUrl: string): string {
  const url = new URL(pageUrl);
  url.searchParams.delete('path');
  return url.href;
}

// Two copies of the app on one origin, in different folders, keep their notebooks apart.
function storageName(site: string): string {
  return `Lessonbook ${new URL(site).pathname}`;
}
