/** Escape leads from the controls under a cell back to the cell, where the notebook's keys count. */
export function leaveByEscape(node: HTMLElement): void {
  node.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      node.closest<HTMLElement>('.jp-Cell')?.focus();
    }
  });
}
