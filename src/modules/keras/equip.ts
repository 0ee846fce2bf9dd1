import type { Host } from '../host';
import { History } from './callbacks';
import { tuple } from './errors';
import { isSymbolic, type Layer } from './layer';
import { KerasModel } from './model';
import { kindIn } from './network';
import { useHost } from './outside';
import { tf } from './tf';

/** A layer or model in one line, as Python prints it. */
const lineOf = (value: Layer | KerasModel): string =>
  `<${kindIn(value)} name=${value.name}, built=${value.built ? 'True' : 'False'}>`;

function lineOfHistory({ epoch, history }: History): string {
  const values = Object.entries(history).map(
    ([name, each]) => `, ${name}=${each.at(-1)?.toPrecision(4) ?? '–'}`
  );
  return `<History epochs=${epoch.length}${values.join('')}>`;
}

/** Joins the module with what lies outside, and says how its values are shown. */
export function equip(host: Host): void {
  useHost(host);
  const show = <T>(matches: (value: unknown) => value is T, text: (value: T) => string) =>
    host.addFormatter({
      matches,
      text,
      label: text,
      render: value => ({ 'text/plain': text(value) })
    });
  show(
    (value): value is Layer | KerasModel =>
      typeof value === 'function' &&
      (value instanceof tf.layers.Layer || value instanceof KerasModel),
    lineOf
  );
  show(
    isSymbolic,
    ({ shape, dtype, name }) => `<KerasTensor shape=${tuple(shape)}, dtype=${dtype}, name=${name}>`
  );
  show((value): value is History => value instanceof History, lineOfHistory);
}
