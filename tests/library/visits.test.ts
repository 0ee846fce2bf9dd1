import { expect, it } from 'vitest';
import { Visits } from '../../src/library/visits';
import { MemoryStorage } from '../progress/storage';

it('the lesson that was open last comes first, where its copy is now', () => {
  const storage = new MemoryStorage();
  const visits = new Visits(storage, 'here');
  visits.note({ lesson: 'numpy/arrays', path: 'Lessons/numpy/arrays.ipynb' });
  visits.note({ lesson: 'numpy/views', path: 'Lessons/numpy/views.ipynb' });
  visits.note({ lesson: 'numpy/arrays', path: 'mine/arrays.ipynb' });
  expect(new Visits(storage, 'here').all()).toEqual([
    { lesson: 'numpy/arrays', path: 'mine/arrays.ipynb' },
    { lesson: 'numpy/views', path: 'Lessons/numpy/views.ipynb' }
  ]);
  expect(new Visits(storage, 'elsewhere').all()).toEqual([]);
});

it('nothing is remembered where storage is damaged, full or forbidden', () => {
  const storage = new MemoryStorage();
  storage.setItem('here', '[{"lesson": 3}, null]');
  expect(new Visits(storage, 'here').all()).toEqual([]);
  storage.setItem('here', 'no JSON');
  expect(new Visits(storage, 'here').all()).toEqual([]);
  storage.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  new Visits(storage, 'here').note({ lesson: 'a/b', path: 'a' });
  expect(new Visits(undefined, 'here').all()).toEqual([]);
});
