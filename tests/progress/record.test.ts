import { beforeEach, describe, expect, it } from 'vitest';
import type { CheckResult } from '../../src/lesson/result';
import type { Attempt } from '../../src/progress/attempt';
import { ProgressRecord, RECORD_FOLDER } from '../../src/progress/record';
import { WaitingLines } from '../../src/progress/waiting';
import { toStatements } from '../../src/progress/xapi';
import { MemoryContents } from './contents';
import { MemoryStorage } from './storage';

const passed: CheckResult = { outcome: 'passed', points: 2, message: 'Right.' };
const failed: CheckResult = { outcome: 'failed', points: 0, id: 'axis', message: 'Not yet.' };

const attempt = (minute: number, result: CheckResult, more: Partial<Attempt> = {}): Attempt => ({
  time: `2026-01-01T10:${String(minute).padStart(2, '0')}:00.000Z`,
  lesson: 'numpy/broadcasting',
  exercise: 'scale',
  hints: 0,
  solution: false,
  source: 'const scaled = 1;',
  result,
  ...more
});

let contents: MemoryContents;
let storage: Record<string, MemoryStorage>;
let queue: Promise<unknown>;

/** The record of one tab, which shares its browser's storage with the others. */
function tab(browser: string): ProgressRecord {
  const own = (storage[browser] ??= new MemoryStorage());
  return new ProgressRecord({
    contents,
    browser,
    waiting: new WaitingLines(own, 'attempt:'),
    exclusively: task => {
      const next = queue.then(task);
      queue = next.catch(() => undefined);
      return next;
    }
  });
}

beforeEach(() => {
  contents = new MemoryContents();
  storage = {};
  queue = Promise.resolve();
});

describe("the learner's record", () => {
  it('is empty before the first attempt', async () => {
    const record = tab('a');
    await record.load();
    expect(record.of('numpy/broadcasting').size).toBe(0);
    expect(record.lessons()).toEqual([]);
  });

  it('comes back after a reload', async () => {
    await tab('a').add(attempt(1, failed));
    const again = tab('a');
    await again.load();
    expect(again.of('numpy/broadcasting').get('scale')).toMatchObject({
      attempts: 1,
      passed: false,
      last: { result: failed, source: 'const scaled = 1;' }
    });
  });

  it('keeps that an exercise was passed, and its points, whatever comes later', async () => {
    const record = tab('a');
    await record.add(attempt(1, passed));
    await record.add(attempt(2, failed));
    expect(record.of('numpy/broadcasting').get('scale')).toMatchObject({
      attempts: 2,
      passed: true,
      points: 2,
      last: { result: failed }
    });
  });

  it('loses nothing when two tabs add at once', async () => {
    const [one, two] = [tab('a'), tab('a')];
    await Promise.all([
      one.add(attempt(1, failed)),
      two.add(attempt(2, passed)),
      one.add(attempt(3, failed))
    ]);
    const read = tab('a');
    await read.load();
    expect(read.of('numpy/broadcasting').get('scale')?.attempts).toBe(3);
  });

  it('reads the attempts of all browsers together', async () => {
    await tab('a').add(attempt(1, failed));
    await tab('b').add(attempt(2, passed, { lesson: 'keras/layers' }));
    const read = tab('c');
    await read.load();
    expect(read.lessons()).toEqual(['keras/layers', 'numpy/broadcasting']);
    expect([...contents.files.keys()].sort()).toEqual([
      `${RECORD_FOLDER}/a.jsonl`,
      `${RECORD_FOLDER}/b.jsonl`
    ]);
  });

  it('keeps a damaged file under another name and goes on with the rest', async () => {
    await tab('a').add(attempt(1, passed));
    const path = `${RECORD_FOLDER}/a.jsonl`;
    const damaged = `{"time": half a li\n${contents.files.get(path)}`;
    contents.files.set(path, damaged);

    const record = tab('a');
    const kept: string[] = [];
    record.damaged.connect((_, name) => kept.push(name));
    await record.load();
    expect(record.of('numpy/broadcasting').get('scale')?.passed).toBe(true);
    expect(kept).toHaveLength(1);
    expect(contents.files.get(kept[0] ?? '')).toBe(damaged);

    await record.add(attempt(2, failed));
    const again = tab('a');
    await again.load();
    expect(again.of('numpy/broadcasting').get('scale')?.attempts).toBe(2);
  });

  it('still counts an attempt that cannot be saved', async () => {
    contents.save = () => Promise.reject(new Error('The storage is full.'));
    const record = tab('a');
    await expect(record.add(attempt(1, passed))).rejects.toThrow('The storage is full.');
    await record.load();
    expect(record.of('numpy/broadcasting').get('scale')?.passed).toBe(true);
  });

  it('has kept an attempt by the time that it is shown', async () => {
    contents.save = () => new Promise(() => undefined);
    const record = tab('a');
    let seen = 0;
    record.changed.connect(() => {
      seen = tab('a').of('numpy/broadcasting').size + (storage.a?.length ?? 0);
    });
    void record.add(attempt(1, passed));
    expect(seen).toBe(1);
  });

  it('finds an attempt again whose page was gone before it was saved, and saves it', async () => {
    const { save } = contents;
    contents.save = () => Promise.reject(new Error('The page is gone.'));
    await expect(tab('a').add(attempt(1, passed))).rejects.toThrow();
    contents.save = save;

    const again = tab('a');
    await again.load();
    expect(again.of('numpy/broadcasting').get('scale')?.attempts).toBe(1);
    await again.save();
    expect(storage.a?.length).toBe(0);
    const elsewhere = tab('b');
    await elsewhere.load();
    expect(elsewhere.of('numpy/broadcasting').get('scale')?.attempts).toBe(1);
  });

  it('counts an attempt once whose page was gone just after it was saved', async () => {
    await tab('a').add(attempt(1, passed));
    const [line = ''] = (contents.files.get(`${RECORD_FOLDER}/a.jsonl`) ?? '').split('\n');
    storage.a?.setItem('attempt:again', line);

    const again = tab('a');
    await again.load();
    await again.save();
    await again.load();
    expect(again.of('numpy/broadcasting').get('scale')?.attempts).toBe(1);
    expect(storage.a?.length).toBe(0);
  });

  it('saves with the next attempt what could not be saved before', async () => {
    const { save } = contents;
    contents.save = () => Promise.reject(new Error('The storage is full.'));
    const record = tab('a');
    await expect(record.add(attempt(1, failed))).rejects.toThrow();
    contents.save = save;
    await record.add(attempt(2, passed));
    const read = tab('b');
    await read.load();
    expect(read.of('numpy/broadcasting').get('scale')?.attempts).toBe(2);
  });

  it('does without the storage of a browser that has none or is full', async () => {
    const full = new MemoryStorage();
    full.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    storage.a = full;
    await tab('a').add(attempt(1, passed));
    const again = tab('a');
    await again.load();
    expect(again.of('numpy/broadcasting').get('scale')?.passed).toBe(true);
  });

  it('takes the attempt that was made last for the last, also where the clock was set back', async () => {
    await tab('a').add(attempt(30, failed));
    await tab('a').add(attempt(10, passed));
    await tab('b').add(attempt(20, failed));
    const read = tab('a');
    await read.load();
    expect(read.of('numpy/broadcasting').get('scale')?.last.result).toEqual(passed);
  });
});

describe('the record as a file', () => {
  it('comes in again elsewhere without an attempt twice', async () => {
    const here = tab('a');
    await here.add(attempt(1, failed));
    await here.add(attempt(2, passed));
    contents = new MemoryContents();
    const there = tab('c');
    await there.add(attempt(2, passed));
    expect(await there.import(`${here.export()}nothing\n`)).toEqual({ added: 1, damaged: 1 });
    expect(await there.import(here.export())).toEqual({ added: 0, damaged: 0 });
    const again = tab('d');
    await again.load();
    expect(again.attempts).toHaveLength(2);
  });

  it('is written as statements for a learning record store', () => {
    const [first, second] = toStatements(
      [attempt(1, failed, { hints: 2 }), attempt(2, passed)],
      'a'
    );
    expect(first).toMatchObject({
      verb: { id: 'http://adlnet.gov/expapi/verbs/failed' },
      object: { id: 'urn:lessonbook:numpy/broadcasting#scale' },
      result: {
        success: false,
        response: 'const scaled = 1;',
        extensions: { 'urn:lessonbook:hints': 2, 'urn:lessonbook:message': 'axis' }
      },
      timestamp: '2026-01-01T10:01:00.000Z'
    });
    expect(second).toMatchObject({ result: { success: true, score: { raw: 2, min: 0 } } });
  });
});
