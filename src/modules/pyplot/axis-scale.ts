import type { Span } from './artists/artist';
import { checkOneOf, ValueError } from './errors';
import { dateLabels, dateTicks, toDays } from './ticks/date';
import { labelledMultiples, logLabel, logTicks, symlogTicks } from './ticks/log';
import { maxNTicks } from './ticks/max-n';
import { nonsingular } from './ticks/nonsingular';
import { labelOf, scalarLabels } from './ticks/scalar-labels';
import { toNumber, type Scalar } from './values';

export type Side = 'x' | 'y';
export type ScaleName = 'linear' | 'log' | 'symlog';

/** How values lie along an axis. */
export interface ScaleOptions {
  /** Where `symlog` begins to be logarithmic; 2 by default. */
  linthresh?: number;
}

/** Where ticks stand in the view and what they say. */
export interface Ticks {
  major: number[];
  labels: string[];
  minor: number[];
  minorLabels: string[];
  /** A power of ten or an offset that all labels have in common. */
  note: string;
  /** Digits after the point where every label is a plain number. */
  digits?: number;
}

/** Axes that share a scale, as it sees them. */
export interface Member {
  spans(side: Side): Span[];
  margin(side: Side): number;
  /** How many labels find room. */
  tickSpace(side: Side): number;
}

/** What an axis counts by: limits, scale and ticks; several axes may share one. */
export class AxisScale {
  readonly members: Member[] = [];
  name: ScaleName = 'linear';
  unit: 'number' | 'category' | 'date' = 'number';
  readonly categories: string[] = [];
  isInverted = false;
  linthresh = 2;
  #limits: [number, number] | undefined;
  #ticks: { values: number[]; labels?: string[] } | undefined;

  constructor(readonly side: Side) {}

  /** Values as numbers: categories by their order, dates in days since 1970. */
  convert(values: readonly Scalar[]): number[] {
    if (values.some(value => typeof value === 'string')) return values.map(v => this.#category(v));
    if (values.some(value => value instanceof Date)) {
      this.unit = 'date';
      return values.map(value => (value instanceof Date ? toDays(value) : toNumber(value)));
    }
    return values.map(toNumber);
  }

  #category(value: Scalar): number {
    this.unit = 'category';
    const name = String(value);
    if (!this.categories.includes(name)) this.categories.push(name);
    return this.categories.indexOf(name);
  }

  setScale(name: string, options: ScaleOptions = {}): void {
    const names: readonly ScaleName[] = ['linear', 'log', 'symlog'];
    if (!names.includes(name as ScaleName)) {
      throw new ValueError(`'${name}' is not a valid value for scale.`);
    }
    checkOneOf('scale', name, names);
    this.name = name;
    this.linthresh = options.linthresh ?? this.linthresh;
    this.#ticks = undefined;
  }

  /** Fixes the ends; one that is not given stays as it is. @throws ValueError for NaN */
  setLimits(from: number | undefined, to: number | undefined): void {
    const [low, high] = this.view();
    let [start, end] = [from ?? low, to ?? high];
    if (!Number.isFinite(start) || !Number.isFinite(end)) {
      throw new ValueError('Axis limits cannot be NaN or Inf');
    }
    if (this.name === 'log') [start, end] = [start > 0 ? start : low, end > 0 ? end : high];
    [start, end] = start === end ? nonsingular(start, end, 0.05) : [start, end];
    this.#limits = [start, end];
    this.isInverted = start > end;
  }

  /** Runs from the one to the other side, as a picture does, but follows the data. */
  follow(from: number, to: number): void {
    if (!this.#limits) this.isInverted = from > to;
  }

  setTicks(values: readonly number[], labels?: readonly string[]): void {
    if (labels && labels.length !== values.length) {
      throw new ValueError(
        `The number of FixedLocator locations (${values.length}), usually from a call to ` +
          `set_ticks, does not match the number of labels (${labels.length}).`
      );
    }
    this.#ticks = { values: [...values], labels: labels && [...labels] };
  }

  /** The ends of the axis, in the order in which they are drawn. */
  view(): [number, number] {
    if (this.#limits) return this.#limits;
    const [low, high] = this.#auto();
    return this.isInverted ? [high, low] : [low, high];
  }

  /** Ends by the data, with margins that do not go beyond sticky values. */
  #auto(): [number, number] {
    const spans = this.members.flatMap(member => member.spans(this.side));
    const leastPositive = Math.min(Infinity, ...spans.map(span => span.leastPositive));
    if (spans.every(span => span.isIdle)) return this.name === 'log' ? [1, 10] : [0, 1];
    const least = Math.min(...spans.map(span => span.low));
    const most = Math.max(...spans.map(span => span.high));
    let [low, high] = this.#widened(least, most, leastPositive);
    const sticky = spans.flatMap(span => span.sticky ?? []).sort((a, b) => a - b);
    const tolerance = 1e-5 * Math.abs(high - low);
    const lowBound = sticky.findLast(value => value < low + tolerance);
    const highBound = sticky.find(value => value >= high - tolerance);
    const margin = this.members[0]?.margin(this.side) ?? 0;
    if (this.name === 'log' && low <= 0) low = leastPositive;
    const [from, to] = [this.forward(low), this.forward(high)];
    const delta = (to - from) * margin;
    low = this.inverse(from - delta);
    high = this.inverse(to + delta);
    if (lowBound !== undefined) low = Math.max(low, lowBound);
    if (highBound !== undefined) high = Math.min(high, highBound);
    return this.name === 'log' ? [low, high] : nonsingular(low, high);
  }

  #widened(low: number, high: number, leastPositive: number): [number, number] {
    if (this.unit === 'date') return low === high ? [low - 2, high + 2] : [low, high];
    if (this.name !== 'log') return nonsingular(low, high, 0.05);
    if (high <= 0) return [1, 10];
    const from = low <= 0 ? leastPositive : low;
    if (from !== high) return [from, high];
    const power = Math.log10(from);
    return [10 ** (Math.ceil(power) - 1), 10 ** (Math.floor(power) + 1)];
  }

  /** Where a value stands along an axis that is drawn evenly. */
  forward(value: number): number {
    switch (this.name) {
      case 'linear':
        return value;
      case 'log':
        return Math.log10(value);
      case 'symlog': {
        // The part between the thresholds takes as much room as one decade.
        const [size, room] = [Math.abs(value), 1 / (1 - 1 / 10)];
        if (size <= this.linthresh) return value * room;
        const decades = Math.log10(size / this.linthresh);
        return Math.sign(value) * this.linthresh * (room + decades);
      }
    }
  }

  inverse(place: number): number {
    switch (this.name) {
      case 'linear':
        return place;
      case 'log':
        return 10 ** place;
      case 'symlog': {
        const [size, room] = [Math.abs(place), 1 / (1 - 1 / 10)];
        if (size <= this.linthresh * room) return place / room;
        return Math.sign(place) * this.linthresh * 10 ** (size / this.linthresh - room);
      }
    }
  }

  /** All ticks, those just outside of the view among them. */
  ticks(): Ticks {
    const view = this.view();
    const [low, high] = [Math.min(...view), Math.max(...view)];
    const space = this.members[0]?.tickSpace(this.side) ?? 9;
    const none = { minor: [], minorLabels: [], note: '' };
    if (this.#ticks?.labels) {
      return { ...none, major: this.#ticks.values, labels: this.#ticks.labels };
    }
    if (this.#ticks === undefined && this.unit === 'category') {
      const major = this.categories.map((_, i) => i);
      return { ...none, major, labels: [...this.categories] };
    }
    if (this.unit === 'date') {
      const major = this.#ticks?.values ?? dateTicks(low, high);
      return { ...none, major, labels: dateLabels(major) };
    }
    switch (this.name) {
      case 'log': {
        const found = logTicks(low, high, space);
        const major = this.#ticks?.values ?? found.major;
        const multiples = labelledMultiples(low, high);
        const minorLabels = found.minor.map(tick =>
          multiples.size > 1 && multiples.has(multipleOf(tick)) ? logLabel(tick) : ''
        );
        return { ...none, major, labels: major.map(logLabel), minor: found.minor, minorLabels };
      }
      case 'symlog': {
        const major = this.#ticks?.values ?? symlogTicks(low, high, this.linthresh);
        return { ...none, major, labels: major.map(logLabel) };
      }
      case 'linear': {
        const bins = Math.min(9, Math.max(1, space));
        const major = this.#ticks?.values ?? maxNTicks(low, high, { bins });
        const style = scalarLabels(major, view);
        const labels = major.map(tick => labelOf(tick, style));
        const digits = style.note === '' ? style.digits : undefined;
        return { ...none, major, labels, note: style.note, digits };
      }
    }
  }
}

/** By which digit a number begins. */
function multipleOf(value: number): number {
  return Math.round(value / 10 ** Math.floor(Math.log10(value) + 1e-12));
}
