import { watch } from 'node:fs';
import path from 'node:path';
import { LessonError } from '../../lesson/problem';
import { writeNotebooks } from '../build-lessons';

/** Milliseconds without a change before notebooks are built anew: an editor saves in steps. */
const QUIET = 200;

/** `lessonbook build DIR`: writes the notebooks, says what is wrong, and gives the exit code. */
export async function build(root: string, out: string): Promise<number> {
  try {
    const { written, lessons } = await writeNotebooks(root, out);
    written.forEach(file => console.log(`Wrote ${path.relative('.', file)}`));
    console.log(`${lessons} ${lessons === 1 ? 'lesson' : 'lessons'}, ${written.length} changed`);
    return 0;
  } catch (error) {
    if (!(error instanceof LessonError)) {
      throw error;
    }
    console.error(error.message);
    return 1;
  }
}

/** `lessonbook preview DIR`: builds whenever something in the folder changes, until it is ended. */
export async function preview(root: string, out: string): Promise<number> {
  await build(root, out);
  const inside = path.relative(root, out);
  const ended = Promise.withResolvers<number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let building = Promise.resolve();
  const watcher = watch(root, { recursive: true }, (_, name) => {
    // What is written here is no change of a lesson.
    if (name !== null && (name === inside || name.startsWith(`${inside}${path.sep}`))) {
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(async () => {
        await build(root, out).catch((error: unknown) =>
          console.error(error instanceof Error ? error.message : error)
        );
      });
    }, QUIET);
  });
  watcher.once('error', error => ended.reject(error));
  process.once('SIGINT', () => {
    clearTimeout(timer);
    watcher.close();
    ended.resolve(0);
  });
  console.log(`Watching ${root}; open the notebooks from ${out} (Ctrl-C ends it)`);
  return ended.promise;
}
