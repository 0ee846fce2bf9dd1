import type { SourceFile } from 'typescript';
import type { CellOutputs, CheckContext, Variables } from '../check';
import type { CellError } from '../lesson/errors';
import type { Boxes } from './boxes';
import type { Deadline } from './deadline';
import type { Imports } from './imports';
import { noOutputs, type CellRecord } from './records';
import type { TensorScope } from './tensor-scope';

/** A name that the answer should have declared. */
export class NotDeclared extends Error {
  override readonly name = 'NotDeclared';

  constructor(name: string) {
    super(`There is no \`${name}\` yet: give your result that name and run the cell.`);
  }
}

/** What the learner's cell threw when it ran again. */
export class LearnerError extends Error {
  override readonly name = 'LearnerError';

  constructor(readonly error: CellError) {
    super(error.message);
  }
}

/** A cell of the learner's that is to run once more. */
export interface Rerun {
  source: string;
  boxes: Boxes;
  deadline: Deadline;
  executionCount: number;
  /** Is filled with what the cell puts out. */
  outputs: CellOutputs;
}

/** What a context needs of the session. */
export interface ContextParts {
  boxes: Boxes;
  imports: Imports;
  record: CellRecord;
  deadline: Deadline;
  scope: TensorScope;
  /** @throws LearnerError where the cell does */
  rerun(rerun: Rerun): Promise<void>;
}

/** What the checker of one cell works with. */
export function checkContext(
  cell: { source: string; tree: SourceFile },
  { boxes, imports, record, deadline, scope, rerun }: ContextParts
): CheckContext {
  return {
    ...cell,
    ...variables(boxes, record.outputs),
    memory: () => scope.memory(),
    import: async <T>(specifier: string) => (await imports.import(specifier)) as T,
    rerun: async (overrides = {}) => {
      const copy = boxes.copy();
      const kinds = copy.kinds();
      for (const [name, value] of Object.entries(overrides)) {
        copy.set(name, value, kinds.get(name));
      }
      const outputs = noOutputs();
      const { executionCount } = record;
      await rerun({ source: cell.source, boxes: copy, deadline, executionCount, outputs });
      return variables(copy, outputs);
    }
  };
}

function variables(boxes: Boxes, outputs: CellOutputs): Variables {
  return {
    has: name => boxes.has(name),
    value: <T>(name: string) => {
      if (!boxes.has(name)) {
        throw new NotDeclared(name);
      }
      return boxes.get(name) as T;
    },
    outputs
  };
}
