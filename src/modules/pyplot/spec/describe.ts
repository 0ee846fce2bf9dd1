import type { Axes } from '../axes';
import type { Colorbar } from '../colorbar';
import type { Figure } from '../figure';

/** What a figure shows, in words for those who cannot see it. */
export function describeFigure(figure: Figure): string {
  const title = figure.suptitleText?.getText();
  const plots = figure.axes.map(axes => describeAxes(axes));
  const number = figure.axes.filter(axes => !axes.explains).length;
  const count = number === 1 ? '' : `${number} plots. `;
  return `${title ? `${title}. ` : ''}${count}${plots.join(' ')}`.trim();
}

function describeAxes(axes: Axes): string {
  if (axes.explains) return describeColorbar(axes.explains);
  const title = axes.getTitle() || axes.getTitle('left') || axes.getTitle('right');
  const kinds = axes.artists
    .filter(({ kind }) => kind !== 'text')
    .map(({ kind, label, count }) => {
      const name = label && !label.startsWith('_') ? ` “${label}”` : '';
      return `${kind}${name} (${count})`;
    });
  const side = (name: 'x' | 'y') => {
    const label = name === 'x' ? axes.getXlabel() : axes.getYlabel();
    const [from, to] = axes.scaleOf(name).view();
    const scale = axes.scaleOf(name).name;
    const range =
      axes.scaleOf(name).unit === 'number' ? ` from ${short(from)} to ${short(to)}` : '';
    return `${name}${label ? ` “${label}”` : ''}${range}${scale === 'linear' ? '' : `, ${scale}`}`;
  };
  const drawn = kinds.length === 0 ? 'Empty axes' : capital(kinds.join(', '));
  return `${title ? `${title}: ` : ''}${drawn}; ${side('x')}; ${side('y')}.`;
}

function describeColorbar(bar: Colorbar): string {
  const [from, to] = bar.ends();
  const label = bar.label ? ` “${bar.label}”` : '';
  return `Colour bar${label} from ${short(from)} to ${short(to)}.`;
}

const short = (value: number): string => String(Number(value.toPrecision(3)));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
