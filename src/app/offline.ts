import { Workbox } from 'workbox-window';
import { noticeOnce } from './notice';

/** What the page offers for the moment when a new version takes over. */
interface Hooks {
  /** Saves what is open; false when something could not be saved. */
  save: () => Promise<boolean>;
  reload: () => void;
}

/**
 * Keeps the app usable offline. A new version waits until every tab of the old one is closed or the
 * learner asks for it, so that an open tab never finds its parts replaced.
 */
export async function keepOffline(script: string, hooks: Hooks): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    return;
  }
  const workbox = new Workbox(script);
  let accepted = false;

  const accept = async (): Promise<void> => {
    if (await hooks.save()) {
      accepted = true;
      workbox.messageSkipWaiting();
    }
  };

  workbox.addEventListener('waiting', () => {
    noticeOnce('A new version of Lessonbook is ready.', 'info', [
      { label: 'Save and reload', callback: () => void accept(), displayType: 'accent' }
    ]);
  });

  workbox.addEventListener('controlling', event => {
    if (accepted) {
      hooks.reload();
    } else if (event.isUpdate) {
      // Another tab took the new version, and the parts of this one are no longer kept.
      const saveAndReload = () => void hooks.save().then(saved => saved && hooks.reload());
      noticeOnce('Another tab opened a new version of Lessonbook.', 'info', [
        { label: 'Save and reload', callback: saveAndReload, displayType: 'accent' }
      ]);
    }
  });

  try {
    await workbox.register({ immediate: true });
  } catch {
    // Some browsers have service workers and forbid them (a private window): online it works.
    return;
  }
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && navigator.onLine) {
      workbox.update().catch(() => undefined);
    }
  });
}
