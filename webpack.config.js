import { app } from './scripts/webpack/app.js';
import { extension } from './scripts/webpack/extension.js';
import { language } from './scripts/webpack/language.js';
import { node } from './scripts/webpack/node.js';
import { runtime } from './scripts/webpack/runtime.js';

/** In the order in which they are built: the last three carry the files of the first two or load them. */
export default [runtime, language, extension, app, node];
