/** A heading, with what stands in braces at its end taken apart. */
export interface Heading {
  text: string;
  id?: string;
  points?: number;
  /** Seconds. */
  seconds?: number;
}

const BRACES = /\s*\{([^{}]*)\}\s*$/;

/**
 * Reads `Title {#id points=2 seconds=30}`.
 *
 * @param report is told what in the braces cannot be read
 */
export function readHeading(source: string, report: (message: string) => void): Heading {
  const braces = BRACES.exec(source)?.[1];
  const heading: Heading = { text: source.replace(BRACES, '') };
  for (const word of braces?.trim().split(/\s+/) ?? []) {
    const points = /^points=(\d+)$/.exec(word)?.[1];
    const seconds = /^seconds=([1-9]\d*)$/.exec(word)?.[1];
    if (word.startsWith('#')) {
      heading.id = word.slice(1);
    } else if (points !== undefined) {
      heading.points = Number(points);
    } else if (seconds !== undefined) {
      heading.seconds = Number(seconds);
    } else {
      report(`'${word}' in the heading's braces is neither #id, points=2 nor seconds=30.`);
    }
  }
  return heading;
}
