import { realpathSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import packageData from '../../../package.json';
import { SPEC } from '../../kernel/spec';
import { installSpec, uninstallSpec, type Place } from '../kernelspec';
import { UsageError } from '../usage';
import { readConnection } from '../zmq/connection';
import { serve } from '../zmq/serve';

/** Where `install` and `uninstall` are to look. */
export interface PlaceOptions {
  user?: boolean;
  'sys-prefix'?: boolean;
  prefix?: string;
}

/** What the command needs to know of where it is. */
export interface KernelFolders {
  runtime: string;
  /** The folder of Lessonbook itself. */
  root: string;
}

/** `lessonbook kernel install | uninstall | start FILE` */
export async function kernel(
  [action, file]: string[],
  options: PlaceOptions,
  { root, runtime }: KernelFolders
): Promise<number> {
  switch (action) {
    case 'install': {
      const argv = [
        realpathSync(process.execPath),
        path.join(root, 'bin/lessonbook.mjs'),
        'kernel',
        'start'
      ];
      const logo = path.join(root, 'style/lessonbook.svg');
      const folder = installSpec(readPlace(options), argv, logo);
      console.log(`Installed the kernel ${SPEC.name} in ${folder}`);
      return 0;
    }
    case 'uninstall': {
      const folder = uninstallSpec(readPlace(options));
      if (folder === undefined) {
        console.error(`The kernel ${SPEC.name} is not installed there.`);
        return 1;
      }
      console.log(`Removed ${folder}`);
      return 0;
    }
    case 'start': {
      if (file === undefined) {
        throw new UsageError(`'kernel start' needs the connection file that Jupyter writes.`);
      }
      const connection = readConnection(file);
      await serve({
        connection,
        runtimeFolder: runtime,
        languageFolder: path.join(runtime, '../language'),
        version: packageData.version
      });
      return 0;
    }
    default:
      throw new UsageError(`'kernel' can install, uninstall or start.`);
  }
}

function readPlace({ user, prefix, 'sys-prefix': environment }: PlaceOptions): Place {
  if ([user, environment, prefix !== undefined].filter(Boolean).length > 1) {
    throw new UsageError('Of --user, --sys-prefix and --prefix only one can be.');
  }
  if (prefix !== undefined) {
    return { for: 'prefix', folder: path.resolve(prefix) };
  }
  return { for: environment ? 'environment' : 'user' };
}
