import type { TranslationBundle } from '@jupyterlab/translation';
import type { Comparison, Grid, Part } from '../lesson/comparison';
import type { CheckResult } from '../lesson/result';

type Failed = Extract<CheckResult, { outcome: 'failed' }>;

/** What was expected beside what was found. */
export function SideBySide({ result, trans }: { result: Failed; trans: TranslationBundle }) {
  const { comparison, expected, actual } = result;
  if (comparison?.kind === 'parts') {
    return <Parts parts={comparison.parts} trans={trans} />;
  }
  if (expected === undefined && actual === undefined) {
    return null;
  }
  return (
    <dl className="lb-compare">
      {expected !== undefined && (
        <div>
          <dt>{trans.__('Expected')}</dt>
          <dd>{shown(comparison, 'expected', expected, trans)}</dd>
        </div>
      )}
      {actual !== undefined && (
        <div>
          <dt>{trans.__('Found')}</dt>
          <dd>{shown(comparison, 'actual', actual, trans)}</dd>
        </div>
      )}
    </dl>
  );
}

function shown(
  comparison: Exclude<Comparison, { kind: 'parts' }> | undefined,
  side: 'expected' | 'actual',
  text: string,
  trans: TranslationBundle
) {
  switch (comparison?.kind) {
    case 'grids':
      return <SmallTable grid={comparison[side]} trans={trans} />;
    case 'shapes':
      return <Shape shape={comparison[side]} other={other(comparison, side)} />;
    default:
      return <pre>{text}</pre>;
  }
}

const other = (shapes: Extract<Comparison, { kind: 'shapes' }>, side: 'expected' | 'actual') =>
  side === 'expected' ? shapes.actual : shapes.expected;

/** A table whose differing cells are marked by more than colour. */
function SmallTable({ grid, trans }: { grid: Grid; trans: TranslationBundle }) {
  const marked = new Set(grid.marked.map(([row, column]) => `${row} ${column}`));
  const headings = grid.rows.some(({ heading }) => heading !== '');
  return (
    <table className="lb-grid">
      <thead>
        <tr>
          {headings && <td />}
          {grid.columns.map(name => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grid.rows.map(({ heading, cells }, row) => (
          <tr key={row}>
            {headings && <th scope="row">{heading}</th>}
            {cells.map((cell, column) =>
              marked.has(`${row} ${column}`) ? (
                <td key={column}>
                  <mark title={trans.__('differs')}>{cell}</mark>
                </td>
              ) : (
                <td key={column}>{cell}</td>
              )
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A shape whose lengths that differ are marked; shapes line up at the right. */
function Shape({ shape, other }: { shape: readonly number[]; other: readonly number[] }) {
  return (
    <pre>
      [
      {shape.map((length, axis) => {
        const differs = length !== other[axis + other.length - shape.length];
        return (
          <span key={axis}>
            {axis > 0 && ', '}
            {differs ? <mark>{length}</mark> : length}
          </span>
        );
      })}
      ]
    </pre>
  );
}

function Parts({ parts, trans }: { parts: readonly Part[]; trans: TranslationBundle }) {
  return (
    <table className="lb-grid">
      <thead>
        <tr>
          <td />
          <th scope="col">{trans.__('Expected')}</th>
          <th scope="col">{trans.__('Found')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ name, expected, actual }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{expected ?? trans.__('nothing')}</td>
            <td>
              <mark>{actual ?? trans.__('nothing')}</mark>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
