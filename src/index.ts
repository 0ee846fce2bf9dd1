import { debuggerSilencePlugin } from './plugins/debugger-silence';
import { exercisesPlugin } from './plugins/exercises';
import { lessonsPlugin } from './plugins/lessons';
import { progressPlugin } from './plugins/progress';
import { servicePlugins } from './plugins/services';
import { wordsPlugin } from './plugins/words';

export default [
  ...servicePlugins,
  wordsPlugin,
  progressPlugin,
  lessonsPlugin,
  exercisesPlugin,
  debuggerSilencePlugin
];
