/** A step of how a shared text changed, as Yjs tells it. */
export interface DeltaStep {
  retain?: number;
  insert?: unknown;
  delete?: number;
}

/** Replaces what stands from `start` up to `end`, both counted in the text before any change. */
export interface Replacement {
  start: number;
  end: number;
  text: string;
}

/** The same change as replacements in the text as it was, from its start to its end. */
export function replacementsOf(delta: readonly DeltaStep[]): Replacement[] {
  const replacements: Replacement[] = [];
  let offset = 0;
  for (const step of delta) {
    if (step.retain !== undefined) {
      offset += step.retain;
      continue;
    }
    const text = typeof step.insert === 'string' ? step.insert : '';
    const end = offset + (step.delete ?? 0);
    const last = replacements.at(-1);
    // What is put in and what is taken away at one place belong together.
    if (last?.end === offset) {
      last.end = end;
      last.text += text;
    } else {
      replacements.push({ start: offset, end, text });
    }
    offset = end;
  }
  return replacements;
}
