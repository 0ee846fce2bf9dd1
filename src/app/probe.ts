/** How long a browser may take to open a database before it counts as one that never will. */
const patience = 5000;

/**
 * Whether the browser lets the page keep things. Nothing is written: a storage that is full can
 * still be read, and what is in it must not be hidden.
 */
export async function canKeep(
  factory: () => IDBFactory | undefined,
  limit = patience
): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>(resolve => {
    timer = setTimeout(() => resolve(false), limit);
  });
  try {
    return await Promise.race([opens(factory), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

// Reading `indexedDB` itself throws where storage is forbidden, hence the function.
async function opens(factory: () => IDBFactory | undefined): Promise<boolean> {
  const request = factory()?.open('Lessonbook probe');
  if (!request) {
    return false;
  }
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error ?? new Error('IndexedDB could not be opened'));
    request.onsuccess = () => {
      request.result.close();
      resolve(true);
    };
  });
}
