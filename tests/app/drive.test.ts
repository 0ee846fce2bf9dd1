import { describe, expect, it } from 'vitest';
import { storageError } from '../../src/app/drive';

describe('a save that the browser refuses', () => {
  it('says that the storage is full, and what to do', () => {
    const full = new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    const error = storageError(full);
    expect(error).toMatchObject({ cause: full });
    expect(String(error)).toMatch(/storage of this browser is full.*download it, or delete/);
  });

  it('says that nothing is kept any more', () => {
    const error = storageError(new DOMException('Forbidden.', 'SecurityError'));
    expect(String(error)).toMatch(/download it before you close the page/);
  });

  it('leaves any other error as it is', () => {
    const other = new Error('No such file');
    expect(storageError(other)).toBe(other);
  });
});
