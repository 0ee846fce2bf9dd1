import { wordHint } from './hint-words';
import type { CellError, CellFrame, LibraryFrame } from '../protocol/runtime';
import type { Notice } from '../protocol/notices';

/** Translates a sentence and fills in `%1`, `%2`, …; JupyterLab's translator in the page. */
export type Translate = (sentence: string, ...args: (string | number)[]) => string;

/** The sentences as they stand, for hosts without a translator. */
export const untranslated: Translate = (sentence, ...args) =>
  args.reduce<string>(
    (text, arg, index) => text.replaceAll(`%${index + 1}`, String(arg)),
    sentence
  );

/** Puts a notice into words. */
export function wordNotice(notice: Notice, __: Translate): string {
  switch (notice.id) {
    case 'cpuFallback':
      return __(
        'TensorFlow.js runs without its fast engine (WebAssembly could not start: %1). Results are the same, training takes many times longer.',
        notice.reason
      );
    case 'outputCut':
      return __(
        'This cell prints more than %1 lines or %2 million characters. Of the rest only the end is shown, once the cell has ended. Print less, or print a summary.',
        notice.lines,
        notice.characters / 1_000_000
      );
    case 'linesLeftOut':
      return __('%1 lines are left out here.', notice.lines);
    case 'outputTooLarge':
      return __(
        'This output is not shown: it takes %1 MB, and %2 MB is the most that a notebook can hold well. Show a part of it, or a summary.',
        (notice.size / 1e6).toFixed(1),
        notice.limit / 1e6
      );
    case 'outputsLeftOut':
      return __(
        'This cell shows more outputs than the page can take; some are left out. Show fewer, or update one: const shown = display(0); await shown.update(1);'
      );
    case 'outputRefused':
      return __('An output of type %1 is not shown: %2', notice.mimeType, __(notice.reason));
  }
}

/** Says why a comm was closed at once. */
export function wordCommRefusal(target: string, __: Translate): string {
  return __(
    "The kernel opens no comm to '%1': only the targets of Lessonbook are allowed, since others may load code into the page.",
    target
  );
}

/** Says why the variables of a notebook are gone. */
export function wordLoss(loss: Loss, __: Translate): string {
  switch (loss.why) {
    case 'unstoppable':
      return __(
        'The cell did not stop by itself, so the kernel was started afresh. All variables are gone: run the cells above again.'
      );
    case 'crashed':
      return __(
        'The kernel ended while the cell ran (%1) and was started afresh. All variables are gone: run the cells above again.',
        __(loss.reason)
      );
    case 'silent':
      return __(
        'The kernel gave no sign of life any more, most likely because memory had run out, and was started afresh. All variables are gone: run the cells above again.'
      );
    case 'notStarted':
      return __(
        'The kernel could not be started: %1. Check the connection and run the cell again.',
        loss.reason
      );
    case 'restarted':
      return __('The kernel was restarted while the cell ran.');
  }
}

/** Why a cell got no answer from its worker. */
export type Loss =
  | { why: 'unstoppable' | 'silent' | 'restarted' }
  | { why: 'crashed' | 'notStarted'; reason: string };

const red = (text: string) => `\u001b[31m${text}\u001b[39m`;
const dim = (text: string) => `\u001b[2m${text}\u001b[22m`;

/** How errors are told. */
export interface Words {
  translate: Translate;
  /** Whether the learner wants to see where in a library an error came from. */
  libraryFrames(): boolean;
}

/** The lines that are shown for an error, in terms of the learner's cells. */
export function wordTraceback(error: CellError, words: Words): string[] {
  const { translate: __ } = words;
  const [first, ...outer] = error.frames;
  const lines = [`${red(error.name)}: ${error.message}`];
  const library = words.libraryFrames() ? (error.libraryFrames ?? []) : [];
  const within = (after: number): string[] =>
    library.filter(frame => frame.after === after).map(frame => dim(wordLibraryFrame(frame, __)));
  lines.push(...within(0));
  if (first) {
    lines.push(wordFrame(first, __));
    if (error.sourceLine?.trim()) {
      lines.push(...pointer(error.sourceLine, first.column));
    }
  }
  lines.push(...within(1));
  outer.forEach((frame, index) => {
    lines.push(dim(wordFrame(frame, __)), ...within(index + 2));
  });
  if (error.hint) {
    lines.push(wordHint(error.hint, __));
  }
  if (error.cause !== undefined) {
    lines.push(__('Caused by %1', error.cause));
  }
  return lines;
}

function wordFrame(frame: CellFrame, __: Translate): string {
  const { cell, file, line, column } = frame;
  const place =
    file === undefined
      ? __('Cell [%1], line %2, column %3', cell, line, column)
      : __('%1, line %2, column %3', file, line, column);
  return frame.function ? __('%1, in %2', place, frame.function) : place;
}

function wordLibraryFrame({ library, function: name }: LibraryFrame, __: Translate): string {
  return name ? __('Library %1, in %2', library, name) : __('Library %1', library);
}

/** The source line and a mark under the column. A very long line is cut around the mark. */
function pointer(source: string, column: number): string[] {
  const from = Math.max(0, column - 60);
  const shown = source.slice(from, from + 100).replaceAll('\t', ' ');
  return [`    ${shown}`, `    ${' '.repeat(Math.max(0, column - 1 - from))}${red('^')}`];
}
