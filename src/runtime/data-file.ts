import type { HostFiles } from './channel';
import type { Displays } from './displays';
import { Bar } from './progress-bar';

/** Milliseconds that a file may take before a bar shows how far it is. */
const PATIENCE = 200;

const kilobytes = (bytes: number) => Math.round(bytes / 1000);

/** A data set's file, with a bar under the cell that asks for it where it takes its time. */
export async function dataFile(
  files: Pick<HostFiles, 'get'>,
  displays: Displays,
  name: string,
  label: string
): Promise<ArrayBuffer> {
  const { output } = displays;
  const request = output.current;
  const began = performance.now();
  let bar: Bar | undefined;
  try {
    return await files.get(name, (loaded, total) =>
      output.within(request, () => {
        if (performance.now() - began > PATIENCE) {
          bar ??= new Bar(displays, `${label} (kB)`, kilobytes(total));
          void bar.reach(kilobytes(loaded));
        }
      })
    );
  } finally {
    void output.within(request, () => bar?.finish());
  }
}
