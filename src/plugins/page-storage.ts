/** What the browser keeps for the page; nothing where it is forbidden. */
export function pageStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
