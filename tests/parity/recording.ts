import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What the real systems gave for the cases of a module: what is kept beside the cases, or, where the
 * environment says so, what they gave just now.
 *
 * @param module the name of its folder
 * @throws Error when it was not recorded, since a module without a recording is compared with nothing
 */
export function readRecording<T>(module: string): T {
  const live = process.env.PARITY_RECORDINGS;
  const file = live
    ? path.join(live, `${module}.json`)
    : path.join(import.meta.dirname, module, 'recording.json');
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
