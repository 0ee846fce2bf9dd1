/** Why a path is refused. */
export type PathRefusal = 'malformed' | 'outside' | 'hidden' | 'notebook';

/** A path inside the notebook's folder in its plainest form, `.` and `..` resolved; '' is the folder. */
export type PlacedPath = { ok: true; path: string } | { ok: false; why: PathRefusal };

const LONGEST = 1000;
/** Rounds of decoding after which a path is up to nothing good. */
const ROUNDS = 5;

/**
 * Says where a path leads, of which nothing is taken as given. It is judged as it stands and as it
 * is once decoded, since a drive may decode it: both must stay in the folder, and out of files that
 * are hidden and of notebooks.
 */
export function placePath(asked: unknown): PlacedPath {
  if (typeof asked !== 'string' || asked.length > LONGEST) {
    return { ok: false, why: 'malformed' };
  }
  let form = asked;
  for (let round = 0; round < ROUNDS; round++) {
    const placed = normalise(form);
    if (!placed.ok) {
      return placed;
    }
    const decoded = decode(form);
    if (decoded === form) {
      return normalise(asked);
    }
    form = decoded;
  }
  return { ok: false, why: 'malformed' };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A per cent sign that encodes nothing stands for itself.
    return path;
  }
}

/** A backslash and a colon may lead elsewhere: to a drive, or up on Windows. */
const FORBIDDEN = /[\\:\p{Cc}\p{Cf}]/u;

function normalise(path: string): PlacedPath {
  if (FORBIDDEN.test(path)) {
    return { ok: false, why: 'malformed' };
  }
  if (/^[/~]/.test(path)) {
    return { ok: false, why: 'outside' };
  }
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) {
        return { ok: false, why: 'outside' };
      }
    } else if (step.startsWith('.') && step !== '.') {
      return { ok: false, why: 'hidden' };
    } else if (/[. ]$/.test(step) && step !== '.') {
      // Some file systems leave such an end away, and it would then be another file.
      return { ok: false, why: 'malformed' };
    } else if (step !== '' && step !== '.') {
      steps.push(step);
    }
  }
  return steps.some(step => /\.ipynb$/i.test(step))
    ? { ok: false, why: 'notebook' }
    : { ok: true, path: steps.join('/') };
}

/** The folder that a notebook may write into, by the notebook's own path. */
export function ownFolder(notebook: string): string {
  const name = notebook.split('/').at(-1) ?? '';
  return `${name.replace(/\.ipynb$/i, '')}-files`;
}
