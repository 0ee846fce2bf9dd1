export * from './arithmetic';
export { where, nonzero } from './choose';
export { allclose, arrayEqual, isclose, type Tolerance } from './close';
export * from './constants';
export * from './creation';
export { promoteTypes, type DType } from './dtype';
export { AxisError, IndexError, LinAlgError, OverflowError, ValueError } from './errors';
export { newaxis, s, Slice, type Index } from './indexing';
export type { ArrayLike, Nested } from './input';
export {
  genfromtxt,
  load,
  loadtxt,
  save,
  savetxt,
  savez,
  savezCompressed,
  type GenfromtxtOptions,
  type LoadtxtOptions,
  type SavetxtOptions
} from './io';
export { append, columnStack, concatenate, hstack, split, stack, vstack } from './join';
export * as linalg from './linalg';
export { NDArray, type NestedList } from './ndarray';
export type { BinaryFunction, BinaryPredicate, UnaryFunction, UnaryPredicate } from './operate';
export {
  array2string,
  arrayRepr,
  arrayStr,
  type Array2StringOptions,
  type ArrayTextOptions
} from './print';
export {
  getPrintoptions,
  printoptions,
  setPrintoptions,
  type CompleteOptions,
  type Formatters,
  type PrintOptions
} from './printing/options';
export { dot, matmul, outer, resultType, trace, vdot } from './products';
export { nanpercentile, percentile, quantile } from './quantile';
export * as random from './random';
export {
  all,
  any,
  argmax,
  argmin,
  average,
  countNonzero,
  cumprod,
  cumsum,
  diff,
  max,
  mean,
  median,
  min,
  nanmax,
  nanmean,
  nanmedian,
  nanmin,
  nanstd,
  nansum,
  nanvar,
  prod,
  ptp,
  std,
  sum,
  variance,
  variance as var
} from './reduce';
export type { AxisOptions, BooleanReduction, Reduction, SpreadOptions } from './reduction';
export {
  broadcastShapes,
  broadcastTo,
  copy,
  expandDims,
  flip,
  moveaxis,
  ndim,
  ravel,
  repeat,
  reshape,
  shape,
  size,
  squeeze,
  swapaxes,
  tile,
  transpose,
  type Shape
} from './shape';
export {
  argsort,
  bincount,
  histogram,
  isin,
  searchsorted,
  sort,
  unique,
  type UniqueOptions
} from './sorting';
