/** `manifest.json` of the built runtime, which the bundler puts in. */
declare module 'lessonbook-runtime-manifest' {
  import type { RuntimeManifest } from '../protocol/runtime';
  const manifest: RuntimeManifest;
  export default manifest;
}

/** `manifest.json` of the built language service. */
declare module 'lessonbook-language-manifest' {
  import type { LanguageManifest } from '../protocol/language';
  const manifest: LanguageManifest;
  export default manifest;
}

declare const __webpack_public_path__: string;
