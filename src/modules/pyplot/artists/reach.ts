import { spanOf, type Artist, type Extent, type Layer } from './artist';

/** Room that something takes in the axes beyond what is drawn. */
export class Reach implements Artist {
  readonly kind = 'reach';
  readonly label = undefined;
  readonly zorder = 0;
  readonly count = 0;

  constructor(
    private readonly side: 'x' | 'y',
    private readonly from: number,
    private readonly to: number
  ) {}

  extent(): Extent {
    return { [this.side]: spanOf([this.from, this.to], [this.from, this.to]) };
  }
  vertices(): Iterable<readonly [number, number]> {
    return [];
  }
  toLayers(): Layer[] {
    return [];
  }
  handle(): undefined {
    return undefined;
  }
}
