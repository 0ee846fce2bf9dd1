export * from './arithmetic';
export { applyAlongAxis, vectorize } from './apply';
export { gradient, interp, polyder, polyfit, polyval, trapezoid } from './calculus';
export {
  argwhere,
  extract,
  flatnonzero,
  nonzero,
  ravelMultiIndex,
  select,
  take,
  takeAlongAxis,
  unravelIndex,
  where
} from './choose';
export { allclose, arrayEqual, isclose, type Tolerance } from './close';
export * from './constants';
export { cross, diagonal, einsum, inner, kron, tensordot } from './contractions';
export * from './creation';
export { promoteTypes, type DType } from './dtype';
export { delete, insert, pad, roll, trimZeros, type PadMode } from './edit';
export { AxisError, IndexError, LinAlgError, OverflowError, ValueError } from './errors';
export * from './functions';
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
export {
  append,
  arraySplit,
  columnStack,
  concatenate,
  dstack,
  hsplit,
  hstack,
  split,
  stack,
  vsplit,
  vstack,
  type ArrayList
} from './join';
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
  nanargmax,
  nanargmin,
  nanmax,
  nanmean,
  nanmedian,
  nanmin,
  nanprod,
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
  argpartition,
  argsort,
  lexsort,
  partition,
  searchsorted,
  sort,
  type SortOptions
} from './sorting';
export { atleast1d, atleast2d, broadcastArrays, fliplr, flipud, rot90 } from './rearrange';
export {
  bincount,
  intersect1d,
  isin,
  setdiff1d,
  setxor1d,
  union1d,
  unique,
  type UniqueOptions
} from './sets';
export {
  convolve,
  corrcoef,
  correlate,
  cov,
  digitize,
  histogram,
  histogram2d,
  histogramBinEdges,
  type CovOptions,
  type HistogramOptions,
  type Mode
} from './statistics';
export type { TensorData, TensorFlow, TensorLike } from './tensor';
