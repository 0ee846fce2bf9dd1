import type { ICell, INotebookContent } from '@jupyterlab/nbformat';
import { describe, expect, it } from 'vitest';
import { insertionOf } from '../../src/library/put-back';

const cell = (id: string, exercise?: string) =>
  ({ id, cell_type: 'code', metadata: exercise ? { lessonbook: { exercise } } : {} }) as ICell;

const published = {
  cells: [cell('title'), cell('task-a'), cell('a', 'mean'), cell('task-b'), cell('b', 'scale')]
} as INotebookContent;

const idsIn = (insertion: ReturnType<typeof insertionOf>) => insertion?.cells.map(({ id }) => id);

describe('a deleted exercise', () => {
  it('comes back under its task', () => {
    const insertion = insertionOf(published, ['title', 'task-a', 'own', 'task-b', 'b'], 'mean');
    expect(insertion?.index).toBe(2);
    expect(idsIn(insertion)).toEqual(['a']);
  });

  it('comes back with its task where that was deleted too', () => {
    const insertion = insertionOf(published, ['title', 'task-a', 'a'], 'scale');
    expect(insertion?.index).toBe(3);
    expect(idsIn(insertion)).toEqual(['task-b', 'b']);
  });

  it('comes back first in a copy that has nothing else left', () => {
    expect(insertionOf(published, [], 'mean')?.index).toBe(0);
  });

  it('cannot come back where the lesson no longer has it', () => {
    expect(insertionOf(published, ['title'], 'median')).toBeUndefined();
  });
});
