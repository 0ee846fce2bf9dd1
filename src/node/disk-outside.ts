import path from 'node:path';
import { FileBroker } from '../kernel/file-broker';
import { NotebookOutside, type Outside } from '../kernel/outside';
import { PackageBroker } from '../kernel/package-broker';
import { DEFAULT_SOURCE } from '../kernel/package-source';
import { untranslated } from '../kernel/words';
import type { OutsideAnswer } from '../protocol/outside';
import { DiskStore } from './disk-store';
import { findPackage } from './node-packages';

/** What the cells of a notebook on the disk can reach. */
export function diskOutside(notebook: string, allowNetwork = false): Outside {
  const folder = path.dirname(path.resolve(notebook));
  const files = new FileBroker({
    store: new DiskStore(folder),
    notebook: () => path.basename(notebook),
    translate: untranslated
  });
  const network = new PackageBroker({
    source: () => process.env.LESSONBOOK_PACKAGE_SOURCE ?? DEFAULT_SOURCE,
    isAllowed: () => allowNetwork,
    refused: () => undefined,
    translate: untranslated
  });
  const packages = {
    async answer(specifier: unknown): Promise<OutsideAnswer> {
      const address = findPackage(String(specifier), folder);
      if (address !== undefined) {
        return { got: 'address', address };
      }
      if (!allowNetwork) {
        return {
          got: 'refusal',
          name: 'PackageError',
          reason:
            'It is no package in node_modules beside the notebook either: install it there with ' +
            'npm, or let it come from the network with --allow-network.'
        };
      }
      return network.answer(specifier);
    }
  };
  return new NotebookOutside(files, packages);
}
