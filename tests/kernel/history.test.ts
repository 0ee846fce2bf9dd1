import { beforeEach, describe, expect, it } from 'vitest';
import { History, type HistoryRequest } from '../../src/kernel/history';

let history: History;
const find = (request: object) =>
  history.find({ raw: true, output: false, ...request } as HistoryRequest);
const inputs = (request: object) => find(request).map(([, , input]) => input);

beforeEach(() => {
  history = new History();
  history.add(1, 'let a = 1');
  history.add(2, 'a + 1');
  history.addOutput(2, '2');
  history.startOver();
  history.add(1, 'let b = 1');
  history.add(2, 'a + 1');
});

describe('history', () => {
  it('gives the last cells, also those before a restart', () => {
    expect(find({ hist_access_type: 'tail', n: 3 })).toEqual([
      [1, 2, 'a + 1'],
      [2, 1, 'let b = 1'],
      [2, 2, 'a + 1']
    ]);
    expect(find({ hist_access_type: 'tail', n: 0 })).toEqual([]);
  });

  it('gives what a cell showed, where that is asked for', () => {
    expect(find({ hist_access_type: 'tail', n: 4, output: true })).toEqual([
      [1, 1, ['let a = 1', null]],
      [1, 2, ['a + 1', '2']],
      [2, 1, ['let b = 1', null]],
      [2, 2, ['a + 1', null]]
    ]);
  });

  it('gives a range of one session, of this one by 0 and of earlier ones by less', () => {
    const range = { hist_access_type: 'range', start: 1 };
    expect(inputs({ ...range, session: 1, stop: 2 })).toEqual(['let a = 1']);
    expect(inputs({ ...range, session: 0 })).toEqual(['let b = 1', 'a + 1']);
    expect(inputs({ ...range, session: -1 })).toEqual(['let a = 1', 'a + 1']);
    expect(inputs({ ...range, session: 7 })).toEqual([]);
  });

  it('searches by patterns of a shell', () => {
    const search = (pattern: string, more = {}) =>
      inputs({ hist_access_type: 'search', pattern, ...more });
    expect(search('let *')).toEqual(['let a = 1', 'let b = 1']);
    expect(search('let [!a]*')).toEqual(['let b = 1']);
    expect(search('a ? 1')).toEqual(['a + 1', 'a + 1']);
    expect(search('a + 1', { unique: true })).toEqual(['a + 1']);
    expect(search('*', { n: 1 })).toEqual(['a + 1']);
    expect(search('a . 1')).toEqual([]);
  });

  it('forgets the oldest of very many', () => {
    for (let line = 0; line < 3000; line++) {
      history.add(line, `cell ${line}`);
    }
    expect(find({ hist_access_type: 'search', pattern: '*' }).length).toBeLessThanOrEqual(1000);
  });
});
