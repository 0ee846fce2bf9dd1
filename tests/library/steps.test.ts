import { expect, it } from 'vitest';
import { stepAt, stepsOf, type StepCell } from '../../src/library/steps';

const text = (source: string): StepCell => ({ cell_type: 'markdown', metadata: {}, source });
const code = (exercise?: string): StepCell => ({
  cell_type: 'code',
  metadata: exercise === undefined ? {} : { lessonbook: { exercise } },
  source: '## no heading'
});

const cells = [
  text('# Title'),
  text('Prose'),
  text('## The `tools`'),
  code(),
  text('### Exercise: *Scale*\n\nDo it.'),
  text('More'),
  code('scale'),
  code('scale'),
  text('## Recap')
];

it('a lesson has a step for each heading, with the exercise under it', () => {
  expect(stepsOf(cells)).toEqual([
    { cell: 2, title: 'The tools' },
    { cell: 4, title: 'Exercise: Scale', exercise: 'scale' },
    { cell: 8, title: 'Recap' }
  ]);
  expect(stepsOf([])).toEqual([]);
});

it('a cell belongs to the step whose heading is above it', () => {
  const steps = stepsOf(cells);
  expect([0, 2, 3, 6, 8].map(cell => stepAt(steps, cell))).toEqual([-1, 0, 0, 1, 2]);
});
