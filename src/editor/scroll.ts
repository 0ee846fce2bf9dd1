/** Pixels that stay free above and below what is scrolled to. */
const MARGIN = 8;

/** Scrolls the notebook around a cell as little as shows what lies between two heights on screen. */
export function showInNotebook(host: HTMLElement, top: number, bottom: number): void {
  const scroller = host.closest('.jp-WindowedPanel-outer');
  if (!scroller) {
    return;
  }
  const view = scroller.getBoundingClientRect();
  if (top < view.top + MARGIN) {
    scroller.scrollTop -= view.top + MARGIN - top;
  } else if (bottom > view.bottom - MARGIN) {
    scroller.scrollTop += bottom - view.bottom + MARGIN;
  }
}
