/**
 * Leaves the keys that are pressed on controls under a cell to these: no `d d` on a button deletes
 * the cell. Escape leads back to the cell, where the notebook's keys count.
 */
export function keepOwnKeys(node: HTMLElement): void {
  // On the control itself, since a shortcut for whatever has the focus is looked for there first.
  node.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) {
      target.dataset.lmSuppressShortcuts = 'true';
    }
  });
  node.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      node.closest<HTMLElement>('.jp-Cell')?.focus();
    }
  });
}
