import { describe, expect, it } from 'vitest';
import type { CatalogueEntry } from '../../src/lesson/catalogue';
import { goOnWith, neighbours, standingIn, type Learner } from '../../src/library/standing';

const entry = (lesson: string, exercises: number, next?: string): CatalogueEntry => ({
  track: 'numpy',
  lesson,
  title: lesson,
  promise: '',
  minutes: 10,
  buildsOn: [],
  next,
  exercises: Array.from({ length: exercises }, (_, index) => ({
    id: `e${index}`,
    title: `Exercise ${index}`,
    points: 1
  }))
});

const arrays = entry('arrays', 2);
const views = entry('views', 0, 'numpy/shapes');
const shapes = entry('shapes', 1, 'numpy/arrays');
const lessons = [arrays, views, shapes];

/** A learner who has solved these exercises, and visited these lessons, the latest first. */
const learner = (solved: Record<string, string[]>, visited: string[] = []): Learner => ({
  solved: ({ lesson }) => new Set(solved[lesson]),
  visited: () => visited.map(lesson => `numpy/${lesson}`)
});

describe('where a learner stands in a lesson', () => {
  it('is at its beginning, in it, or at its end', () => {
    expect(standingIn(arrays, learner({}))).toMatchObject({ state: 'new', solved: 0, total: 2 });
    expect(standingIn(arrays, learner({}, ['arrays']))).toMatchObject({ state: 'started' });
    expect(standingIn(arrays, learner({ arrays: ['e0'] }))).toMatchObject({
      state: 'started',
      solved: 1,
      next: { id: 'e1' }
    });
    expect(standingIn(arrays, learner({ arrays: ['e0', 'e1'] })).state).toBe('finished');
  });

  it('counts no exercise that the lesson no longer has', () => {
    expect(standingIn(arrays, learner({ arrays: ['gone', 'e0'] })).solved).toBe(1);
  });

  it('is never the end where there is nothing to solve', () => {
    expect(standingIn(views, learner({}, ['views'])).state).toBe('started');
  });
});

describe('the lesson to go on with', () => {
  it('is the first for someone new', () => {
    expect(goOnWith(lessons, learner({}))).toBe(arrays);
  });

  it('is the one that was open last', () => {
    expect(goOnWith(lessons, learner({}, ['shapes', 'arrays']))).toBe(shapes);
  });

  it('is the next one where that is finished', () => {
    expect(goOnWith(lessons, learner({ shapes: ['e0'] }, ['shapes']))).toBe(arrays);
  });

  it('passes over lessons that are no longer there', () => {
    expect(goOnWith(lessons, learner({}, ['gone', 'views']))).toBe(views);
  });

  it('is none where all are finished', () => {
    const all = learner({ arrays: ['e0', 'e1'], shapes: ['e0'] }, ['shapes']);
    expect(goOnWith([arrays, shapes], all)).toBeUndefined();
  });
});

describe('the lessons beside one', () => {
  it('are the one before it, and the one that it names or that follows', () => {
    expect(neighbours(lessons, 'numpy/views')).toEqual({ previous: arrays, next: shapes });
    expect(neighbours(lessons, 'numpy/shapes')).toEqual({ previous: views, next: arrays });
    expect(neighbours(lessons, 'numpy/arrays')).toEqual({ previous: undefined, next: views });
  });

  it('are none for a lesson of somebody else', () => {
    expect(neighbours(lessons, 'mine/own')).toEqual({});
  });
});
