import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds of weight in the elements of some selectors, as its rule and the place. */
export async function seriousFindings(page: Page, ...selectors: string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  selectors.forEach(selector => builder.include(selector));
  const { violations } = await builder.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
