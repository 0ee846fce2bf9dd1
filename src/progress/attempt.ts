import type { CheckResult } from '../lesson/result';

/** One check of an exercise, as a line of the learner's record. */
export interface Attempt {
  /** When, as ISO 8601 in UTC. */
  time: string;
  /** The lesson as `track/lesson`. */
  lesson: string;
  exercise: string;
  /** Hints that were open. */
  hints: number;
  /** Whether the solution was open. */
  solution: boolean;
  /** The cell as it was checked. */
  source: string;
  result: CheckResult;
}

/** One line of JSON. */
export function writeAttempt(attempt: Attempt): string {
  return JSON.stringify(attempt);
}

/** What a file of attempts holds, and whether every line of it could be read. */
export interface AttemptFile {
  attempts: Attempt[];
  /** Lines that are no attempts, from 1. */
  damagedLines: number[];
}

/** Reads lines of JSON; a line that is none is left out and counted. */
export function readAttempts(text: string): AttemptFile {
  const file: AttemptFile = { attempts: [], damagedLines: [] };
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') {
      continue;
    }
    const attempt = readAttempt(line);
    if (attempt) {
      file.attempts.push(attempt);
    } else {
      file.damagedLines.push(index + 1);
    }
  }
  return file;
}

function readAttempt(line: string): Attempt | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isAttempt(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isAttempt(value: unknown): value is Attempt {
  const attempt = value as Partial<Attempt> | null;
  return (
    typeof attempt === 'object' &&
    attempt !== null &&
    [attempt.time, attempt.lesson, attempt.exercise, attempt.source].every(
      field => typeof field === 'string'
    ) &&
    typeof attempt.result?.outcome === 'string'
  );
}
