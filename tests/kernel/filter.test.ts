import { describe, expect, it } from 'vitest';
import { filterOutput, OUTPUT_LIMIT } from '../../src/kernel/filter';

const sanitize = (html: string) => html.replaceAll(/<script.*?<\/script>/g, '');

describe('what a cell may show', () => {
  it('lets text and pictures through', () => {
    const data = {
      'text/plain': 'a',
      'text/latex': '$x$',
      'image/png': 'aGk=',
      'image/svg+xml': '<svg/>'
    };
    expect(filterOutput(data, sanitize)).toEqual({ data, notices: [] });
  });

  it('sanitises HTML', () => {
    const { data } = filterOutput({ 'text/html': 'a<script>x</script>b' }, sanitize);
    expect(data['text/html']).toBe('ab');
  });

  it('drops HTML where nothing can sanitise it', () => {
    const { data } = filterOutput({ 'text/plain': 'a', 'text/html': '<b>a</b>' }, undefined);
    expect(data).toEqual({ 'text/plain': 'a' });
  });

  it.each([
    'application/javascript',
    'application/vnd.jupyter.widget-view+json',
    'application/vnd.vega.v5+json',
    'text/javascript',
    'application/vnd.vegalite.v4+json',
    'application/pdf',
    'application/x-of-my-own'
  ])('refuses %s and says so', mimeType => {
    const { data, notices } = filterOutput({ 'text/plain': 'a', [mimeType]: 'x' }, sanitize);
    expect(data).toEqual({ 'text/plain': 'a' });
    expect(notices).toMatchObject([{ id: 'outputRefused', mimeType }]);
  });

  it('leaves out Markdown where a page shows its HTML', () => {
    const data = { 'text/markdown': '# A', 'text/html': '<h1>A</h1>' };
    expect(filterOutput(data, sanitize)).toEqual({
      data: { 'text/html': '<h1>A</h1>' },
      notices: []
    });
    expect(filterOutput(data, undefined).data).toEqual({ 'text/markdown': '# A' });
  });

  it('refuses an image that is no text', () => {
    const { data, notices } = filterOutput({ 'image/svg+xml': { src: 'x' } }, sanitize);
    expect(data).toEqual({});
    expect(notices).toHaveLength(1);
  });

  it('refuses an output that a notebook cannot hold, with its size', () => {
    const { data, notices } = filterOutput({ 'text/plain': 'x'.repeat(OUTPUT_LIMIT) }, sanitize);
    expect(data).toEqual({});
    expect(notices).toMatchObject([{ id: 'outputTooLarge', limit: OUTPUT_LIMIT }]);
  });
});
