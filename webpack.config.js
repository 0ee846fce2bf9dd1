import { app } from './scripts/webpack/app.js';
import { extension } from './scripts/webpack/extension.js';
import { runtime } from './scripts/webpack/runtime.js';

/** In the order in which they are built: the other two carry the runtime's files. */
export default [runtime, extension, app];
