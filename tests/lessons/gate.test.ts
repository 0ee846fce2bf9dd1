import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildLessons } from '../../src/node/build-lessons';
import { holdLesson } from '../../src/node/gate';
import { runtimeFolder } from '../node/client';

const fixtures = path.resolve(import.meta.dirname, '../lesson/fixtures');

describe('the gate', () => {
  it('lets a good lesson through', async () => {
    const { built, problems } = await buildLessons(path.join(fixtures, 'good'));
    expect(problems).toEqual([]);
    const findings = (await Promise.all(built.map(lesson => holdLesson(lesson, { runtimeFolder })))).flat();
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
    expect(findings.map(({ subject }) => subject)).toContain('wrong-zero-for-nothing');
  }, 60_000);
});
