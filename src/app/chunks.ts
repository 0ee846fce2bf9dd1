import { noticeOnce } from './notice';

// webpack replaces this name by its own function that loads the parts of the app.
declare let __webpack_chunk_load__: (id: string | number) => Promise<unknown>;

/** Calls `onMissing` when a part of the app cannot be loaded, whoever asked for it. */
export function watchChunks(onMissing: () => void): void {
  const load = __webpack_chunk_load__;
  __webpack_chunk_load__ = async chunk => {
    try {
      return await load(chunk);
    } catch (error) {
      onMissing();
      throw error;
    }
  };
}

/** Says that a part is missing, and why. */
export function showChunkMissing(saveAndReload: () => void): void {
  const message = navigator.onLine
    ? 'A part of Lessonbook is gone from its server: there may be a new version. Your work is still here.'
    : 'A part of Lessonbook cannot be loaded without a network. Your work is still here.';
  noticeOnce(message, 'error', [
    { label: 'Save and reload', callback: saveAndReload, displayType: 'accent' }
  ]);
}
