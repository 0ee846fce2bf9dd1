import { escapeHtml } from './html';
import { Rich } from './rich';

/** How far something has come. */
export interface ProgressState {
  /** What it is that goes on; may be empty. */
  label: string;
  done: number;
  /** How much there is; undefined where nobody knows before it is all done. */
  total: number | undefined;
  /** Milliseconds since it began. */
  elapsed: number;
  /** What else is worth knowing, such as the loss so far. */
  note?: string;
}

/** A progress bar, which a screen reader knows as one, with its numbers as text. */
export function progressBar(state: ProgressState): Rich {
  const { label, done, total } = state;
  const numbers = describe(state);
  const name = escapeHtml(label || numbers);
  // Without a value the bar shows that something goes on, and not how far it is.
  const value = total === undefined ? '' : ` value="${Math.min(done, total)}" max="${total || 1}"`;
  const head = label && `<span>${escapeHtml(label)}</span> `;
  return new Rich({
    'text/html':
      `<div class="lb-progress">${head}<progress aria-label="${name}"${value}></progress> ` +
      `<span class="lb-progress-numbers">${escapeHtml(numbers)}</span></div>`,
    'text/plain': [label, total === undefined ? '' : blocks(done, total), numbers]
      .filter(Boolean)
      .join(' ')
  });
}

function describe({ done, total, elapsed, note }: ProgressState): string {
  // A part of one that is not done yet moves the bar, and is no number to read.
  const whole = Math.floor(done);
  const count = total === undefined ? String(whole) : `${whole} / ${total}`;
  const percent = total ? `${Math.floor((100 * done) / total)} %` : '';
  return [count, percent, duration(elapsed), note].filter(Boolean).join(' · ');
}

function blocks(done: number, total: number, width = 20): string {
  const full = total === 0 ? width : Math.min(width, Math.floor((width * done) / total));
  return '█'.repeat(full) + '░'.repeat(width - full);
}

/** Seconds, with minutes and hours where there are any. */
function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.floor(seconds);
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  const parts = [hours && `${hours} h`, `${minutes} min`, `${whole % 60} s`];
  return parts.filter(Boolean).join(' ');
}
