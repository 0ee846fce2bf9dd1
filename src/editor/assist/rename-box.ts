import type { Monaco } from '../monaco';
import { overflowNode } from '../overflow';

const COMMANDS: Readonly<Record<string, string>> = {
  Enter: 'acceptRenameInput',
  Escape: 'cancelRenameInput'
};

/**
 * Hands the keys of the box for a new name to the editor that it belongs to: Monaco listens within
 * its editors alone, and popups stand outside of them.
 */
export function listenInRenameBox(current: () => Monaco | undefined): void {
  overflowNode().addEventListener('keydown', event => {
    const command = COMMANDS[event.key];
    const isInBox = event.target instanceof Element && event.target.closest('.rename-box') !== null;
    if (command && isInBox && !event.isComposing) {
      event.preventDefault();
      event.stopPropagation();
      current()?.trigger('keyboard', command, undefined);
    }
  });
}
