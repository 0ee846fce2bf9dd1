import { tableHtml, type HtmlCell } from './html';
import {
  formatElements,
  type ArrayData,
  type ArrayDtype
} from '../../modules/numpy/printing/elements';
import { shownIndices } from '../../modules/numpy/printing/layout';

/** Rows and columns shown before the middle is left out, and how many at each end remain. */
const largest = 12;
const edge = 5;

const ellipsis: HtmlCell = { text: '…', class: 'lb-ellipsis' };

/**
 * An array of one or two axes as an HTML table with the indices along its edges; undefined for
 * other shapes and for empty ones, whose text says all.
 */
export function arrayHtml(
  data: ArrayData,
  shape: readonly number[],
  dtype: ArrayDtype,
  caption: string
): string | undefined {
  const [rowCount, columnCount] = shape.length === 1 ? [1, shape[0] ?? 0] : shape;
  if (shape.length < 1 || shape.length > 2 || !rowCount || !columnCount) return undefined;

  const rows = shownIndices(rowCount, edge, rowCount > largest);
  const columns = shownIndices(columnCount, edge, columnCount > largest);
  const offsets = rows
    .filter(i => i !== null)
    .flatMap(i => columns.filter(j => j !== null).map(j => i * columnCount + j));
  const format = formatElements(data, dtype, offsets);
  const numeric = dtype !== 'string' && dtype !== 'bool' ? 'lb-number' : 'lb-text';

  const index = (i: number | null): HtmlCell =>
    i === null ? ellipsis : { text: String(i), class: 'lb-index' };
  const element = (i: number | null, j: number | null): HtmlCell =>
    i === null || j === null
      ? ellipsis
      : { text: format(i * columnCount + j).trim(), class: numeric };

  if (shape.length === 1) {
    return tableHtml({
      class: 'lb-array',
      caption,
      head: columns.map(index),
      rows: [columns.map(j => element(0, j))]
    });
  }
  return tableHtml({
    class: 'lb-array',
    caption,
    head: [{ text: '' }, ...columns.map(index)],
    rows: rows.map(i => [index(i), ...columns.map(j => element(i, j))]),
    rowHeaders: true
  });
}
