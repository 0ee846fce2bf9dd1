import { subject, type CompareOptions } from './compare';
import { failed, type Failure } from './failure';

/** How two texts are compared. */
export interface TextOptions extends Pick<CompareOptions, 'name'> {
  /** Whether blanks count; where left out, only those between words do, and as one. */
  blanks?: boolean;
  /** Whether upper and lower case differ; they do where left out. */
  case?: boolean;
}

/** Compares texts line by line, such as what a cell printed; names the first line that differs. */
export function compareText(
  actual: unknown,
  expected: string,
  options: TextOptions = {}
): Failure | undefined {
  const who = options.name === undefined ? 'What your cell prints' : subject(options);
  if (typeof actual !== 'string') {
    return failed('wrong-type', `${who} is ${typeof actual}; a text is expected.`, {
      expected,
      actual: String(actual)
    });
  }
  const [found, wanted] = [linesOf(actual, options), linesOf(expected, options)];
  const length = Math.max(found.length, wanted.length);
  const line = Array.from({ length }, (_, i) => i).find(i => found[i] !== wanted[i]);
  if (line === undefined) {
    return undefined;
  }
  const [here, there] = [found[line], wanted[line]];
  const place = wanted.length > 1 ? ` on line ${line + 1}` : '';
  const message =
    here === undefined
      ? `${who} ends before line ${line + 1}; '${there}' is expected there.`
      : there === undefined
        ? `${who} has '${here}' on line ${line + 1}, where nothing more is expected.`
        : `${who} is '${here}'${place}; '${there}' is expected.`;
  const part = {
    name: `${line + 1}`,
    ...(there === undefined ? {} : { expected: there }),
    ...(here === undefined ? {} : { actual: here })
  };
  return failed('wrong-text', message, {
    expected: there ?? '',
    actual: here ?? '',
    comparison: { kind: 'parts', parts: [part] }
  });
}

function linesOf(text: string, options: TextOptions): string[] {
  const cased = options.case === false ? text.toLowerCase() : text;
  return options.blanks
    ? cased.split('\n')
    : cased
        .trim()
        .split('\n')
        .map(line => line.trim().replaceAll(/\s+/g, ' '));
}
