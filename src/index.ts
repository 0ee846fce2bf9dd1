import { debuggerSilencePlugin } from './plugins/debugger-silence';
import { editorPlugin } from './plugins/editor';
import { exercisesPlugin } from './plugins/exercises';
import { lessonsPlugin } from './plugins/lessons';
import { outputsPlugin } from './plugins/outputs';
import { progressPlugin } from './plugins/progress';
import { runAgainPlugin } from './plugins/run-again';
import { servicePlugins } from './plugins/services';
import { wordsPlugin } from './plugins/words';

export default [
  ...servicePlugins,
  editorPlugin,
  wordsPlugin,
  runAgainPlugin,
  outputsPlugin,
  progressPlugin,
  lessonsPlugin,
  exercisesPlugin,
  debuggerSilencePlugin
];
