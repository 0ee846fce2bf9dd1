import { expect, test } from 'vitest';
import { failures, values } from '../compile/scope-cases';
import { TestNotebook } from './pack';

/** What runs, and what TypeScript rightly remarks on all the same. */
const REMARKED: Record<string, string> = {
  'the last of two functions of one name': 'Duplicate function implementation.',
  'var is hoisted': "Variable 'v' is used before being assigned.",
  'var beside a function of its name': "Duplicate identifier 'f'.",
  'typeof a name that nobody declared': "Cannot find name 'nobody'.",
  'a global made while running': "Cannot find name 'made'.",
  'arguments in a function': 'Expected 0 arguments, but got 2.'
};

/** What fails by its values alone: its types are `any`. */
const UNTYPED = [
  'no function',
  'no method',
  'no constructor',
  'nothing to iterate',
  'nothing to destructure'
];

test.each(Object.entries(values))('means what the kernel makes of it: %s', (name, [cells]) => {
  const notebook = new TestNotebook(...cells);
  const messages = cells.flatMap((_, index) =>
    notebook.errors(index).map(error => error.replace(/^[^:]*: /, ''))
  );
  const remark = REMARKED[name];
  expect([...new Set(messages)]).toEqual(remark === undefined ? [] : [remark]);
});

test.each(Object.entries(failures))('is marked before it fails: %s', (name, [cells]) => {
  const notebook = new TestNotebook(...cells);
  const errors = cells.flatMap((_, index) => notebook.errors(index));
  expect(errors.length === 0).toBe(UNTYPED.includes(name));
});
