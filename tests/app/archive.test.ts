import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readArchive, safeSteps, writeArchive } from '../../src/app/archive';
import { MemoryContents } from './contents';

const notebook = { cells: [], metadata: { title: 'Größe 📈' }, nbformat: 4, nbformat_minor: 5 };

function zipped(files: Zippable): Uint8Array {
  return zipSync(files);
}

async function filled(): Promise<MemoryContents> {
  const contents = new MemoryContents();
  await contents.save('Lessons', { type: 'directory', format: 'json' });
  await contents.save('Lessons/line.ipynb', {
    type: 'notebook',
    format: 'json',
    content: notebook
  });
  await contents.save('notes.md', { content: '# Größe' });
  await contents.save('dot.png', { format: 'base64', content: 'iVBORw0KGgr/AA==' });
  return contents;
}

describe('an archive of all notebooks', () => {
  it('holds every file under its path', async () => {
    const files = unzipSync(await writeArchive(await filled()));
    expect(Object.keys(files).sort()).toEqual(['Lessons/line.ipynb', 'dot.png', 'notes.md']);
    const text = new TextDecoder().decode(files['Lessons/line.ipynb']);
    expect(JSON.parse(text)).toEqual(notebook);
  });

  it('brings everything back as it was', async () => {
    const contents = await filled();
    const copy = new MemoryContents();
    const report = await readArchive(copy, await writeArchive(contents));
    expect(copy.paths()).toEqual(contents.paths());
    for (const path of contents.paths()) {
      expect(copy.models.get(path)?.content).toEqual(contents.models.get(path)?.content);
    }
    expect(report).toMatchObject({ renamed: [], refused: [] });
  });
});

describe('files from an archive', () => {
  it('never replace what is there', async () => {
    const contents = await filled();
    const bytes = zipped({ 'Lessons/line.ipynb': strToU8('{"cells":[]}') });
    const report = await readArchive(contents, bytes);
    expect(report.renamed).toEqual(['Lessons/line (2).ipynb']);
    expect(contents.models.get('Lessons/line.ipynb')?.content).toEqual(notebook);
    expect(contents.models.get('Lessons/line (2).ipynb')?.content).toEqual({ cells: [] });
  });

  it('go into a folder beside a file that has its name', async () => {
    const contents = new MemoryContents();
    await contents.save('data', { content: 'a file' });
    const bytes = zipped({ 'data/a.txt': strToU8('a'), 'data/b.txt': strToU8('b') });
    await readArchive(contents, bytes);
    expect(contents.paths()).toEqual(['data', 'data (2)', 'data (2)/a.txt', 'data (2)/b.txt']);
  });

  it.each(['../up.ipynb', 'a/../../up.ipynb', '/root.ipynb', 'C:/disk.txt', '..\\up.txt', 'a\0b'])(
    'are refused where their path is %j',
    async name => {
      const contents = new MemoryContents();
      const report = await readArchive(contents, zipped({ [name]: strToU8('{}') }));
      expect(report).toEqual({ added: [], renamed: [], refused: [name] });
      expect(contents.paths()).toEqual([]);
    }
  );

  it('that are notebooks and no JSON are refused, and the others come in', async () => {
    const contents = new MemoryContents();
    const bytes = zipped({ 'broken.ipynb': strToU8('{"cells": ['), 'ok.txt': strToU8('fine') });
    const report = await readArchive(contents, bytes);
    expect(report).toEqual({ added: ['ok.txt'], renamed: [], refused: ['broken.ipynb'] });
  });

  it('keep their bytes where they are no text', async () => {
    const contents = new MemoryContents();
    await readArchive(contents, zipped({ 'raw.bin': new Uint8Array([0, 255, 254, 10]) }));
    expect(contents.models.get('raw.bin')).toMatchObject({ format: 'base64', content: 'AP/+Cg==' });
  });

  it('come with a clear message where there is no archive', async () => {
    const reading = readArchive(new MemoryContents(), strToU8('not a zip file at all'));
    await expect(reading).rejects.toThrow('This is not a .zip file, or it is damaged.');
  });
});

describe('a path in an archive', () => {
  it('is split at both kinds of slashes', () => {
    expect(safeSteps('Lessons\\first/line.ipynb')).toEqual(['Lessons', 'first', 'line.ipynb']);
  });

  it('is refused where a part is hidden or empty', () => {
    expect(safeSteps('.git/config')).toBeNull();
    expect(safeSteps('a//b')).toBeNull();
  });
});
