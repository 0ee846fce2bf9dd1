import type { ICell } from '@jupyterlab/nbformat';
import { exerciseOf } from '../lesson/metadata';

/** A step of a lesson: what stands under a heading. */
export interface Step {
  /** Place of its first cell in the notebook. */
  cell: number;
  title: string;
  /** Id of the exercise that it holds. */
  exercise?: string;
}

/** A cell as far as its step is concerned. */
export type StepCell = Pick<ICell, 'cell_type' | 'metadata'> & { source: string };

/** The steps of a lesson's notebook: one for each heading below the title. */
export function stepsOf(cells: readonly StepCell[]): Step[] {
  const steps: Step[] = [];
  cells.forEach((cell, index) => {
    const title = cell.cell_type === 'markdown' ? headingOf(cell.source) : undefined;
    const exercise = exerciseOf(cell)?.exercise;
    const last = steps.at(-1);
    if (title !== undefined) {
      steps.push({ cell: index, title });
    } else if (last && exercise !== undefined) {
      last.exercise ??= exercise;
    }
  });
  return steps;
}

/** The number of the step that a cell belongs to, from 0; -1 above the first. */
export function stepAt(steps: readonly Step[], cell: number): number {
  return steps.findLastIndex(step => step.cell <= cell);
}

/** The heading that a text cell begins with, as text. */
function headingOf(source: string): string | undefined {
  const heading = /^#{2,3}\s+(.+)/.exec(source.trimStart())?.[1];
  return heading?.replaceAll(/[`*_]/g, '').trim();
}
