import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  formatLog,
  html,
  image,
  latex,
  markdown,
  registerFormatter,
  render
} from '../../../src/runtime/display';
import type { MimeBundle } from '../../../src/protocol/runtime';

async function shown(value: unknown): Promise<{ text: string; html: string; bundle: MimeBundle }> {
  const bundle = await render(value);
  return {
    text: String(bundle['text/plain']),
    html: String(bundle['text/html'] ?? ''),
    bundle
  };
}

describe('render', () => {
  it('shows nothing for undefined and something for null', async () => {
    expect(await render(undefined)).toEqual({});
    expect(await render(null)).toEqual({ 'text/plain': 'null' });
  });

  it('asks the formatter that was added last', async () => {
    class Celsius {
      constructor(readonly degrees: number) {}
    }
    registerFormatter({
      matches: (value): value is Celsius => value instanceof Celsius,
      render: value => ({ 'text/plain': `${value.degrees} °C` }),
      label: value => `Celsius ${value.degrees}`
    });
    expect((await shown(new Celsius(20))).text).toBe('20 °C');
    expect(formatLog([{ today: new Celsius(20) }])).toBe('{ today: [Celsius 20] }');
  });

  it('falls back to the properties of a value whose formatter fails', async () => {
    class Broken {
      a = 1;
    }
    registerFormatter({
      matches: (value): value is Broken => value instanceof Broken,
      render: () => Promise.reject(new Error('no'))
    });
    expect((await shown(new Broken())).text).toBe('Broken { a: 1 }');
  });

  it('shows what html, markdown, latex and image make', async () => {
    expect((await shown(html('<b>bold</b>'))).bundle).toEqual({
      'text/html': '<b>bold</b>',
      'text/plain': 'bold'
    });
    expect((await shown(markdown('# A'))).bundle['text/markdown']).toBe('# A');
    expect((await shown(latex('x^2'))).bundle['text/latex']).toBe('$$x^2$$');
    expect((await shown(latex('$x$'))).bundle['text/latex']).toBe('$x$');
    expect((await shown(image(new Uint8Array([137, 80])))).bundle['image/png']).toBe('iVA=');
    expect((await shown(image('<svg/>', 'image/svg+xml'))).bundle['image/svg+xml']).toBe('<svg/>');
    expect(() => image('abc', 'image/png')).toThrow(TypeError);
  });
});

describe('tensors', () => {
  beforeAll(async () => {
    await tf.setBackend('cpu');
  });

  it('are shown with their dtype, shape and values', async () => {
    const { text, html } = await shown(tf.tensor2d([1, 2.5, NaN, -4], [2, 2]));
    expect(text).toBe('tensor float32 [2, 2]\n[[ 1.   2.5]\n [ nan -4. ]]');
    expect(html).toContain('<caption>tensor · float32 · [2, 2]</caption>');
    expect(html).toContain('<th scope="row" class="lb-index">1</th><td class="lb-number">nan</td>');
  });

  it.each<[string, () => tf.Tensor, string]>([
    ['a scalar', () => tf.scalar(0.1), 'tensor float32 []\n0.1'],
    ['integers', () => tf.tensor1d([1, -20], 'int32'), 'tensor int32 [2]\n[  1 -20]'],
    ['truth values', () => tf.tensor1d([true, false]), 'tensor bool [2]\n[ True False]'],
    ['strings', () => tf.tensor1d(['a', 'b']), "tensor string [2]\n['a' 'b']"],
    ['complex numbers', () => tf.complex([1, 2], [0, -1]), 'tensor complex64 [2]\n[1.+0.j 2.-1.j]'],
    ['no elements', () => tf.zeros([0, 3]), 'tensor float32 [0, 3]\n[]'],
    ['a variable', () => tf.variable(tf.tensor1d([1])), 'variable float32 [1]\n[1.]']
  ])('of %s', async (_, make, text) => {
    const tensor = make();
    expect((await shown(tensor)).text).toBe(text);
    expect(formatLog([tensor])).toBe(text);
  });

  it('are one line inside another value', () => {
    expect(formatLog([{ w: tf.ones([2, 3]) }])).toBe('{ w: [tensor float32 [2, 3]] }');
  });

  it('are abbreviated when large', async () => {
    const { text, html } = await shown(tf.zeros([200, 100]));
    expect(text.split('\n')).toHaveLength(8);
    expect(html.match(/<tr>/g)).toHaveLength(12);
  });

  it('say so when they are disposed', async () => {
    const tensor = tf.ones([2]);
    tensor.dispose();
    expect((await shown(tensor)).text).toContain('tensor float32 [2]: disposed');
    expect(formatLog([tensor])).toContain('disposed');
  });

  it('whose values come later only are waited for', async () => {
    const tensor = tf.tensor1d([1, 2]);
    Object.defineProperty(tensor, 'dataSync', {
      value: () => {
        throw new Error('not on this backend');
      }
    });
    expect((await shown(tensor)).text).toBe('tensor float32 [2]\n[1. 2.]');
    expect(formatLog([tensor])).toBe('tensor float32 [2]');
  });
});

describe('models', () => {
  it('are shown as their layers', async () => {
    const model = tf.sequential({
      layers: [tf.layers.dense({ units: 4, inputShape: [3] }), tf.layers.dense({ units: 1 })]
    });
    const { text, html } = await shown(model);
    expect(text).toContain('Total params: 21');
    expect(html).toContain('21 parameters');
    expect(html).toMatch(/\(Dense\)<\/th><td>\[null, 4\]<\/td><td class="lb-number">16<\/td>/);
  });

  it('say so when they are not built yet', async () => {
    expect((await shown(tf.sequential())).text).toContain('not built yet');
  });
});
