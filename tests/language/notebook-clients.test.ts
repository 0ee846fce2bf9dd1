import { YNotebook } from '@jupyter/ydoc';
import { expect, test } from 'vitest';
import type { LanguageEvents } from '../../src/language/host';
import { NotebookClients } from '../../src/language/notebook-clients';
import { LanguageServer } from '../../src/language/server';
import type { ToLanguage } from '../../src/protocol/language';

function setUp() {
  const got: ToLanguage[] = [];
  let say: LanguageEvents['message'] | undefined;
  const server = new LanguageServer({
    spawn: ({ message }) => {
      say = message;
      return { post: each => got.push(each), terminate: () => undefined };
    }
  });
  server.start();
  say?.({ kind: 'ready' });
  return { clients: new NotebookClients(server), got };
}

test('the code cells of a notebook are told, and later what changed in them', () => {
  const { clients, got } = setUp();
  const notebook = YNotebook.create();
  notebook.insertCells(0, [
    { cell_type: 'markdown', source: '# Birds' },
    { cell_type: 'code', id: 'a', source: 'const a = 1' },
    { cell_type: 'code', id: 'b', source: 'a' }
  ]);
  const client = clients.of(notebook);
  notebook.getCell(2).setSource('a + 1');
  expect(clients.of(notebook)).toBe(client);
  expect(got.flatMap(message => (message.kind === 'cells' ? [message.change] : []))).toEqual([
    {
      order: ['a', 'b'],
      sources: [
        { id: 'a', source: 'const a = 1' },
        { id: 'b', source: 'a' }
      ]
    },
    { sources: [{ id: 'b', source: 'a + 1' }] }
  ]);
});

test('a notebook that is closed is forgotten', () => {
  const { clients, got } = setUp();
  const notebook = YNotebook.create();
  const client = clients.of(notebook);
  notebook.dispose();
  expect(got.at(-1)).toEqual({ kind: 'close', notebook: client.notebook });
});
