/** What an id that an author writes looks like. */
export const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Characters that an id may have; with a suffix it then fits the 64 of nbformat. */
export const ID_LENGTH = 48;

/** A heading as an id: lower case, ASCII, words joined by hyphens. */
export function slug(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const joined = (words ?? ['part']).join('-').slice(0, ID_LENGTH).replace(/-$/, '');
  return /^[a-z]/.test(joined) ? joined : `part-${joined}`;
}

/** The first and the last cell, which come from the front matter. */
export const TITLE_CELL = 'lesson-title';
export const NEXT_CELL = 'lesson-next';

/** The cell that tells an exercise's task. */
export const taskCell = (id: string): string => `${id}-task`;

/** The fold-out under a cell with a Python twin. */
export const twinCell = (id: string): string => `${id}-python`;

const idsOf = (id: string): string[] => [id, taskCell(id), twinCell(id)];

/**
 * Gives out the ids of a lesson's cells. What the author names is kept; what is named after a
 * heading gives way to it, so that a new cell shifts as few ids as possible.
 */
export class CellIds {
  private readonly taken = new Set([TITLE_CELL, NEXT_CELL]);

  /** @param explicit every id that the author gave, wherever in the lesson */
  constructor(explicit: Iterable<string>) {
    for (const id of explicit) {
      idsOf(id).forEach(each => this.taken.add(each));
    }
  }

  /** An id that no other cell has, made from a stem. */
  unique(stem: string): string {
    let id = stem;
    for (let count = 2; idsOf(id).some(each => this.taken.has(each)); count++) {
      id = `${stem}-${count}`;
    }
    idsOf(id).forEach(each => this.taken.add(each));
    return id;
  }
}

/** Whether an id is one that cells made by us may have. */
export function isReserved(id: string): boolean {
  return id === TITLE_CELL || id === NEXT_CELL || /-(task|python)$/.test(id);
}
