import { Notification } from '@jupyterlab/apputils';

const shown = new Map<string, string>();

/**
 * Shows a notification that stays; one that is still open is not shown a second time. JupyterLab
 * cuts messages after 140 characters.
 */
export function noticeOnce(
  message: string,
  type: Notification.TypeOptions,
  actions: Notification.IAction[] = []
): void {
  const id = shown.get(message);
  if (id === undefined || !Notification.manager.has(id)) {
    shown.set(message, Notification.emit(message, type, { autoClose: false, actions }));
  }
}

/** Loads what shows notifications, which must be there when nothing else can be loaded. */
export async function prepareNotices(): Promise<void> {
  await import('react-toastify');
}
