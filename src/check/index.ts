/** What checkers are written with; they import it as `lessonbook/check`. */
export { dtypeOf, flat, shapeOf } from './array';
export {
  compare,
  compareDtype,
  compareShape,
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
export { diagnose, misconception, type Misconception } from './diagnose';
export { failed, passed, type Failure, type Passed, type Values, type Verdict } from './failure';
export { compareReturns, type Case } from './returns';
export { compareRows, type Row, type RowsOptions } from './rows';
export { show } from './show';
export { usesCall, usesLoop, usesName, usesNumber } from './source';
