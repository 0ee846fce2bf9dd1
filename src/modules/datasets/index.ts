import type { Host } from '../host';
import { descriptionFormatter, digitsFormatter, imagesFormatter } from './show';
import { readFrom } from './source';

export type { DatasetDescription } from './description';
export { DigitImages, Digits, digitsDescription, loadDigits } from './digits';
export { irisDescription, loadIris, type Iris } from './iris';
export { loadMobyDick, mobyDickDescription, type Chapter } from './moby-dick';
export { loadPenguins, penguinsDescription, type Penguin } from './penguins';
export { loadMovieRatings, movieRatingsDescription, type Rating } from './ratings';

/** @internal Says where files come from, and how what is here is shown. */
export function connect(host: Pick<Host, 'data' | 'addFormatter'>): void {
  readFrom(host);
  host.addFormatter(descriptionFormatter);
  host.addFormatter(imagesFormatter);
  host.addFormatter(digitsFormatter);
}
