import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { LessonError } from '../lesson/problem';
import type { Format } from './commands/check';
import type { RunOptions } from './notebook-kernel';
import { UsageError } from './usage';

const USAGE = `lessonbook build DIR [--out DIR]       makes the notebooks of a folder of lessons
lessonbook preview DIR [--out DIR]     the same, again whenever a lesson changes
lessonbook gate DIR [track/lesson…]    holds lessons to their own right and wrong answers
lessonbook catalogue DIR               lists a folder of notebooks in its catalogue.json
lessonbook run NOTEBOOK [--out FILE]   runs a notebook from its first cell to its last
lessonbook check NOTEBOOK… [--csv | --json] [--lessons DIR]
                                       runs notebooks clean and checks their exercises; with
                                       --lessons by the checkers in DIR, not those they carry
lessonbook kernel install [--user | --sys-prefix | --prefix DIR]
                                       tells Jupyter of the kernel, for the user or in a folder
lessonbook kernel uninstall [--user | --sys-prefix | --prefix DIR]
lessonbook kernel start FILE           runs the kernel; Jupyter does this
--allow-network                        for run and check: packages that are not in node_modules
                                       beside the notebook may come from the network
--timeout SECONDS                      for run, check and gate: what one cell may take (60)`;

/** Built, this file lies beside the folder of the runtime. */
const runtimeFolder = path.join(import.meta.dirname, '../runtime');
const root = path.join(import.meta.dirname, '../..');

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        lessons: { type: 'string' },
        timeout: { type: 'string', default: '60' },
        csv: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        user: { type: 'boolean' },
        'sys-prefix': { type: 'boolean' },
        prefix: { type: 'string' },
        'allow-network': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false }
      }
    });
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}

async function main(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args);
  const [command, ...rest] = positionals;
  if (values.help || command === undefined) {
    console.log(USAGE);
    return command === undefined && !values.help ? 2 : 0;
  }
  const cellTimeout = Number(values.timeout);
  if (!(cellTimeout > 0)) {
    throw new UsageError(`--timeout takes a number of seconds, not '${values.timeout}'.`);
  }
  const [target] = rest;
  if (target === undefined) {
    throw new UsageError(`'${command}' needs to know what.`);
  }
  const options: RunOptions = {
    runtimeFolder,
    cellTimeout,
    allowNetwork: values['allow-network']
  };
  // Each command brings its own modules: a kernel starts without those that build lessons.
  switch (command) {
    case 'build': {
      const { build } = await import('./commands/build');
      return build(target, values.out ?? path.join(target, 'notebooks'));
    }
    case 'preview': {
      const { preview } = await import('./commands/build');
      return preview(target, values.out ?? path.join(target, 'notebooks'));
    }
    case 'gate': {
      const { gate } = await import('./commands/gate');
      return gate(target, rest.slice(1), options);
    }
    case 'catalogue': {
      const { writeCatalogue } = await import('./write-catalogue');
      if (writeCatalogue(target)) {
        console.log(`Wrote ${path.join(target, 'catalogue.json')}`);
      }
      return 0;
    }
    case 'run': {
      const { run } = await import('./commands/run');
      return run(target, options, values.out);
    }
    case 'check': {
      const { check } = await import('./commands/check');
      const format: Format = values.json ? 'json' : values.csv ? 'csv' : 'text';
      return check(rest, options, format, values.lessons);
    }
    case 'kernel': {
      const { kernel } = await import('./commands/kernel');
      return kernel(rest, values, { root, runtime: runtimeFolder });
    }
    default:
      throw new UsageError(`There is no command '${command}'.`);
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof UsageError) {
    console.error(USAGE);
  }
  process.exitCode = error instanceof LessonError ? 1 : 2;
}
