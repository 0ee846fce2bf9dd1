import type { OutsideAnswer, OutsideRequest } from '../protocol/outside';
import type { FileBroker } from './file-broker';
import type { PackageBroker } from './package-broker';

/** Answers what cells ask of the world outside; what it refuses, it says in words. */
export interface Outside {
  answer(request: OutsideRequest): Promise<OutsideAnswer>;
}

/** The files and packages of one notebook. */
export class NotebookOutside implements Outside {
  constructor(
    private readonly files: Pick<FileBroker, 'answer'>,
    private readonly packages: Pick<PackageBroker, 'answer'>
  ) {}

  answer(request: OutsideRequest): Promise<OutsideAnswer> {
    return request.ask === 'package'
      ? this.packages.answer(request.specifier)
      : this.files.answer(request);
  }
}

/** A kernel without a notebook, whose cells reach nothing. */
export const nothingOutside: Outside = {
  answer: ({ ask }) =>
    Promise.resolve({
      got: 'refusal',
      name: ask === 'package' ? 'PackageError' : 'FileError',
      reason: 'Nothing outside of it can be reached here.'
    })
};
