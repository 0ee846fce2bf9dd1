import { besidePlugin } from './plugins/beside';
import { debuggerSilencePlugin } from './plugins/debugger-silence';
import { editorPlugin } from './plugins/editor';
import { exercisesPlugin } from './plugins/exercises';
import { expectedPlugin } from './plugins/expected';
import { homePlugin } from './plugins/home';
import { inputBoxPlugin } from './plugins/input-box';
import { journalPlugin } from './plugins/journal';
import { lastSeenPlugin } from './plugins/last-seen';
import { lessonHeaderPlugin } from './plugins/lesson-header';
import { lessonsPlugin } from './plugins/lessons';
import { libraryFramesPlugin } from './plugins/library-frames';
import { outputsPlugin } from './plugins/outputs';
import { outsidePlugin } from './plugins/outside';
import { progressPlugin } from './plugins/progress';
import { progressFilesPlugin } from './plugins/progress-files';
import { referencePlugin } from './plugins/reference';
import { runAgainPlugin } from './plugins/run-again';
import { servicePlugins } from './plugins/services';
import { typescriptPlugin } from './plugins/typescript';
import { wordsPlugin } from './plugins/words';

export default [
  ...servicePlugins,
  editorPlugin,
  wordsPlugin,
  libraryFramesPlugin,
  runAgainPlugin,
  inputBoxPlugin,
  outputsPlugin,
  outsidePlugin,
  expectedPlugin,
  journalPlugin,
  progressPlugin,
  progressFilesPlugin,
  lessonsPlugin,
  homePlugin,
  referencePlugin,
  lessonHeaderPlugin,
  exercisesPlugin,
  typescriptPlugin,
  besidePlugin,
  lastSeenPlugin,
  debuggerSilencePlugin
];
