import type { TranslationBundle } from '@jupyterlab/translation';
import { linePairs } from './difference';
import { withCode } from './feedback';

/** The solution, beside the learner's own code where there is some, and why it is right. */
export function Solution({
  own,
  starter,
  solution,
  why,
  trans
}: {
  own: string;
  starter: string;
  solution: string;
  why: string;
  trans: TranslationBundle;
}) {
  const begun = own.trim() !== '' && own !== starter;
  return (
    <section className="lb-solution" aria-label={trans.__('Solution')}>
      {begun ? <Difference own={own} solution={solution} trans={trans} /> : <pre>{solution}</pre>}
      <p>{withCode(why)}</p>
    </section>
  );
}

function Difference({
  own,
  solution,
  trans
}: {
  own: string;
  solution: string;
  trans: TranslationBundle;
}) {
  return (
    <table className="lb-difference">
      <thead>
        <tr>
          <th scope="col">{trans.__('Your code')}</th>
          <th scope="col">{trans.__('Solution')}</th>
        </tr>
      </thead>
      <tbody>
        {linePairs(own, solution).map((pair, index) => (
          <tr key={index} className={pair.same ? '' : 'lb-differs'}>
            <Line text={pair.own} sign={pair.same ? ' ' : '−'} />
            <Line text={pair.solution} sign={pair.same ? ' ' : '+'} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Line({ text, sign }: { text: string | undefined; sign: string }) {
  return (
    <td
      className={text === undefined || sign === ' ' ? '' : sign === '+' ? 'lb-added' : 'lb-removed'}
    >
      {text !== undefined && (
        <pre>
          <span aria-hidden="true">{sign} </span>
          {text}
        </pre>
      )}
    </td>
  );
}
