import { defineChecks } from 'lessonbook/check';
import { checkFill } from './fill';
import { checkFromMean } from './from-mean';
import { checkNearest } from './nearest';
import { checkShares } from './shares';
import { checkStandardise } from './standardise';

export default defineChecks({
  'from-mean': checkFromMean,
  standardise: checkStandardise,
  shares: checkShares,
  fill: checkFill,
  nearest: checkNearest
});
