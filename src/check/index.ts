/** What checkers are written with; they import it as `lessonbook/check`. */
export { dtypeOf, flat, shapeOf } from './array';
export {
  compare,
  compareDtype,
  compareFinite,
  compareShape,
  exact,
  isClose,
  type CompareOptions,
  type Tolerance
} from './compare';
export {
  defineChecks,
  type CellOutputs,
  type Check,
  type CheckContext,
  type Checks,
  type Memory,
  type Variables
} from './context';
export { compareMemory, compareTime, timeOf, type CostOptions } from './cost';
export { credit, type Share } from './credit';
export { diagnose, misconception, type Misconception } from './diagnose';
export { failed, passed, type Failure, type Passed, type Values, type Verdict } from './failure';
export { compareFunction, type FunctionOptions, type Inputs } from './function';
export { compareModel, compareTrained, type BandOptions, type ModelParts } from './model';
export { comparePlot, plotOf, type PlotParts } from './plot';
export { compareReturns, type Case } from './returns';
export { compareRows, type Row, type RowsOptions } from './rows';
export { show } from './show';
export {
  compareSource,
  usesCall,
  usesLoop,
  usesName,
  usesNumber,
  type SourceRules
} from './source';
export { compareText, type TextOptions } from './text';
