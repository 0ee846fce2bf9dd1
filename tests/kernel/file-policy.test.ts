import { describe, expect, it } from 'vitest';
import { ownFolder, placePath } from '../../src/kernel/file-policy';

describe('a path that a cell names', () => {
  it.each([
    ['helpers.ts', 'helpers.ts'],
    ['./data/penguins.csv', 'data/penguins.csv'],
    ['data/../other.csv', 'other.csv'],
    ['a//b/./c', 'a/b/c'],
    ['Übung 1/größe.csv', 'Übung 1/größe.csv'],
    ['100%.csv', '100%.csv'],
    ['a%20b.csv', 'a%20b.csv'],
    ['.', '']
  ])('%s stays in the folder', (asked, path) => {
    expect(placePath(asked)).toEqual({ ok: true, path });
  });

  it.each([
    ['../secret.txt', 'outside'],
    ['a/../../secret.txt', 'outside'],
    ['/etc/passwd', 'outside'],
    ['~/.ssh/id_rsa', 'outside'],
    ['%2e%2e/secret.txt', 'outside'],
    ['%252e%252e%252fsecret.txt', 'outside'],
    ['a%2f..%2f..%2fsecret.txt', 'outside'],
    ['%2fetc/passwd', 'outside'],
    ['..\\secret.txt', 'malformed'],
    ['a%5c..%5csecret.txt', 'malformed'],
    ['C:/secret.txt', 'malformed'],
    ['RTC:secret.txt', 'malformed'],
    ['a/x.txt:stream', 'malformed'],
    ['a\0.txt', 'malformed'],
    ['a%00.txt', 'malformed'],
    ['\u202Eabc', 'malformed'],
    ['x.txt.', 'malformed'],
    ['x.ipynb ', 'malformed'],
    ['x'.repeat(1001), 'malformed'],
    [`%${'25'.repeat(9)}2e%2e`, 'malformed'],
    [['a.txt'], 'malformed'],
    ['.env', 'hidden'],
    ['a/.git/config', 'hidden'],
    ['%2eenv', 'hidden'],
    ['...', 'hidden'],
    ['other.ipynb', 'notebook'],
    ['other.IPYNB', 'notebook'],
    ['other%2eipynb', 'notebook'],
    ['x.ipynb/y', 'notebook']
  ])('%s is refused', (asked, why) => {
    expect(placePath(asked)).toEqual({ ok: false, why });
  });

  it('is written into a folder that goes by the name of the notebook', () => {
    expect(ownFolder('Lessons/intro.ipynb')).toBe('intro-files');
  });
});
