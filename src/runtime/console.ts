import { formatLog, formatTable } from './display';
import type { Output } from './output';

/** A console whose lines appear under the cell: reports on stdout, warnings and errors on stderr. */
export function createConsole(output: Output): Console {
  const counts = new Map<string, number>();
  const started = new Map<string, number>();
  let indent = '';

  const print =
    (name: 'stdout' | 'stderr') =>
    (...args: unknown[]) => {
      const text = formatLog(args);
      output.print(name, `${indent}${indent ? text.replaceAll('\n', `\n${indent}`) : text}\n`);
    };
  const out = print('stdout');
  const err = print('stderr');
  const elapsed = (label: string) => {
    const start = started.get(label);
    return start === undefined ? undefined : `${(performance.now() - start).toFixed(1)} ms`;
  };

  const replacement = {
    log: out,
    info: out,
    debug: out,
    dir: (value: unknown) => out(value),
    dirxml: out,
    warn: err,
    error: err,
    trace: (...args: unknown[]) => err('Trace:', ...args),
    table: (value: unknown) => out(formatTable(value)),
    assert(condition?: unknown, ...args: unknown[]) {
      const [first, ...rest] = args;
      if (!condition) {
        err(
          ...(typeof first === 'string'
            ? [`Assertion failed: ${first}`, ...rest]
            : ['Assertion failed', ...args])
        );
      }
    },
    count(label = 'default') {
      const count = (counts.get(label) ?? 0) + 1;
      counts.set(label, count);
      out(`${label}: ${count}`);
    },
    countReset(label = 'default') {
      counts.delete(label);
    },
    time(label = 'default') {
      started.set(label, performance.now());
    },
    timeLog(label = 'default', ...args: unknown[]) {
      out(`${label}: ${elapsed(label) ?? 'no such timer'}`, ...args);
    },
    timeEnd(label = 'default') {
      out(`${label}: ${elapsed(label) ?? 'no such timer'}`);
      started.delete(label);
    },
    group(...args: unknown[]) {
      if (args.length > 0) {
        out(...args);
      }
      indent += '  ';
    },
    groupCollapsed(...args: unknown[]) {
      replacement.group(...args);
    },
    groupEnd() {
      indent = indent.slice(2);
    },
    clear: () => output.clear(false)
  };
  return Object.assign(Object.create(console) as Console, replacement);
}
