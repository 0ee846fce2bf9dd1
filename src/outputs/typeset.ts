import type { IRenderMime } from '@jupyterlab/rendermime-interfaces';

const HARMLESS_LINKS = new Set(['http:', 'https:', 'mailto:']);

/**
 * MathJax, without what TeX can bring into the page beside formulas: MathJax keeps a `cursor` that
 * loads an address, and links whose scheme has a tab in it.
 */
export function safeTypesetter(
  typesetter: IRenderMime.ILatexTypesetter
): IRenderMime.ILatexTypesetter {
  return {
    typeset: async element => {
      await typesetter.typeset(element);
      // In the same task as MathJax, before the browser has looked at any style.
      cleanFormulas(element);
    }
  };
}

function cleanFormulas(element: HTMLElement): void {
  for (const styled of element.querySelectorAll<HTMLElement>('.MathJax [style]')) {
    styled.style.removeProperty('cursor');
    if (styled.style.cssText.includes('url(')) {
      styled.removeAttribute('style');
    }
  }
  for (const link of element.querySelectorAll<HTMLAnchorElement>('.MathJax a[href]')) {
    if (!HARMLESS_LINKS.has(link.protocol)) {
      link.removeAttribute('href');
    }
  }
}
