import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Client } from './client';

const cell = `import * as tf from '@tensorflow/tfjs';
function product() {
  return tf.tidy(() => tf.ones([2, 3]).matMul(tf.ones([2, 3])));
}
product()`;

let asked = false;
let client: Client;
beforeAll(() => {
  client = new Client({ libraryFrames: () => asked });
});
afterAll(() => client.dispose());

async function traceback(): Promise<string[]> {
  const { reply } = await client.execute(cell);
  return (reply.traceback as string[]).map(line => stripVTControlCharacters(line));
}

test("an error deep in a library names the learner's own lines alone", async () => {
  asked = false;
  const lines = await traceback();
  expect(lines).toContain('Cell [1], line 3, column 40');
  expect(lines).toContain('Cell [1], line 5, column 1');
  expect(lines.join('\n')).not.toMatch(/Library|\.mjs/);
});

test("who asks for them sees the library's frames between their own", async () => {
  asked = true;
  const lines = await traceback();
  const at = (text: string): number => lines.findIndex(line => line.startsWith(text));
  expect(at('Library tensorflow, in matMul')).toBeGreaterThan(0);
  expect(at('Library tensorflow, in matMul')).toBeLessThan(at('Cell [2], line 3, column 40'));
  expect(at('Library tensorflow, in tidy')).toBeGreaterThan(at('Cell [2], line 3, column 40'));
  expect(at('Library tensorflow, in tidy')).toBeLessThan(at('Cell [2], line 5, column 1'));
});
