import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { connect } from '../../../src/modules/datasets';
import type { Formatter, Shown } from '../../../src/modules/host';

const folder = path.resolve(import.meta.dirname, '../../../src/modules/datasets');
const formatters: Formatter[] = [];

/** Gives the data sets their files, as a host does, and takes their formatters. */
export function connectToFiles(): void {
  connect({
    data: async name => new Uint8Array(await readFile(path.join(folder, name))).buffer,
    addFormatter: formatter => formatters.push(formatter as Formatter)
  });
}

/** What is shown for a value. */
export async function shown(value: unknown): Promise<Shown> {
  const formatter = formatters.find(each => each.matches(value));
  if (!formatter) throw new Error('No formatter takes this value');
  return formatter.render(value);
}
