/** Where a data set comes from and what is in it. As the value of a cell it is shown with a preview. */
export interface DatasetDescription {
  name: string;
  /** Where it was published. */
  source: string;
  citation: string;
  licence: string;
  /** How many rows, images or chapters there are. */
  rows: number;
  /** The lengths of its axes: rows and columns, or images and their pixels. */
  shape: readonly number[];
  /** What each column holds, with its unit. */
  columns: Record<string, string>;
}

/** The first of a data set: rows, or a picture with a text that stands for it. */
export type Preview =
  { rows: readonly object[] } | { picture: Uint8Array<ArrayBuffer>; text: string };

const previews = new WeakMap<object, () => Preview | Promise<Preview>>();

/** Gives a description what is shown with it. */
export function describe(
  description: DatasetDescription,
  preview: () => Preview | Promise<Preview>
): DatasetDescription {
  previews.set(description, preview);
  return description;
}

/** What is shown with a description; undefined for any other value. */
export const previewOf = (value: unknown): (() => Preview | Promise<Preview>) | undefined =>
  typeof value === 'object' && value !== null ? previews.get(value) : undefined;
