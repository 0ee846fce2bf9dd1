import { MessageLoop, type MessageHook } from '@lumino/messaging';
import type { Widget } from '@lumino/widgets';

/** Resolves once a widget is shown; the shell, for one, is hidden until its theme has arrived. */
export function whenShown(widget: Widget): Promise<void> {
  if (!widget.isHidden) {
    return Promise.resolve();
  }
  return new Promise(resolve => {
    const hook: MessageHook = (_, message) => {
      if (message.type === 'after-show') {
        MessageLoop.removeMessageHook(widget, hook);
        resolve();
      }
      return true;
    };
    MessageLoop.installMessageHook(widget, hook);
  });
}
