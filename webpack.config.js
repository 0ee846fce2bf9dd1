import { app } from './scripts/webpack/app.js';
import { extension } from './scripts/webpack/extension.js';
import { node } from './scripts/webpack/node.js';
import { runtime } from './scripts/webpack/runtime.js';

/** In the order in which they are built: the others carry the runtime's files or load them. */
export default [runtime, extension, app, node];
