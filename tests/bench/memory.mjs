// How much memory a program and all that it has started hold.
import { readdirSync, readFileSync } from 'node:fs';

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process has ended meanwhile.
    return '';
  }
}

/** Megabytes of a process and its descendants, shared pages counted once; `NaN` but on Linux. */
export function megabytes(pid) {
  if (process.platform !== 'linux') {
    return NaN;
  }
  const children = new Map();
  for (const name of readdirSync('/proc').filter(entry => /^\d+$/.test(entry))) {
    const parent = Number(/\) \S (\d+)/.exec(read(`/proc/${name}/stat`))?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const held = process =>
    Number(/^Pss: +(\d+) kB/m.exec(read(`/proc/${process}/smaps_rollup`))?.[1] ?? 0) / 1024 +
    (children.get(process) ?? []).reduce((sum, child) => sum + held(child), 0);
  return held(pid);
}
