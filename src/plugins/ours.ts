import type { INotebookModel } from '@jupyterlab/notebook';
import type { Hub } from '../kernel/hub';

/** Whether a notebook holds a lesson or names our kernel, by what its file says of itself. */
export function isOurs(hub: Hub, model: INotebookModel | null): boolean {
  return (
    hub.owns(kernelNamed(model?.getMetadata('kernelspec'))) ||
    model?.getMetadata('lessonbook') !== undefined
  );
}

const kernelNamed = (spec: unknown): string | undefined =>
  typeof spec === 'object' && spec !== null && 'name' in spec && typeof spec.name === 'string'
    ? spec.name
    : undefined;
