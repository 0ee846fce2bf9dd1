import { io } from '@tensorflow/tfjs';
import type { NotebookFiles } from '../host';

const SCHEME = 'file://';
const TOPOLOGY = 'model.json';
const WEIGHTS = 'weights.bin';

/**
 * Keeps models in files beside the notebook: `model.save('file://digits')` writes
 * `digits/model.json` and `digits/weights.bin` into the notebook's own folder, and
 * `tf.loadLayersModel('file://digits/model.json')` reads them, also those that somebody has put
 * beside the notebook. They are the files that TensorFlow.js writes in Node.js and that its
 * converter makes.
 */
export function keepModelsInFiles(files: NotebookFiles): void {
  /** Where what was saved under a name lies. */
  const written = new Map<string, string>();
  io.registerSaveRouter(url => {
    const folder = pathIn(url)?.replace(/\/$/, '');
    return folder === undefined
      ? (null as unknown as io.IOHandler)
      : { save: artifacts => save(files, folder, written, artifacts) };
  });
  io.registerLoadRouter(url => {
    const path = pathIn(url);
    return path === undefined
      ? (null as unknown as io.IOHandler)
      : { load: () => load(files, written.get(path) ?? path) };
  });
}

/** The path in an address of a file; undefined for all others. */
const pathIn = (url: string | string[]): string | undefined =>
  typeof url === 'string' && url.startsWith(SCHEME) ? url.slice(SCHEME.length) : undefined;

async function save(
  files: NotebookFiles,
  folder: string,
  written: Map<string, string>,
  artifacts: io.ModelArtifacts
): Promise<io.SaveResult> {
  const { modelTopology, weightSpecs = [], weightData = new ArrayBuffer(0), ...rest } = artifacts;
  const model = {
    modelTopology,
    weightsManifest: [{ paths: [WEIGHTS], weights: weightSpecs }],
    ...rest
  };
  const json = new TextEncoder().encode(JSON.stringify(model)).buffer;
  await files.write(`${folder}/${WEIGHTS}`, io.CompositeArrayBuffer.join(weightData));
  const path = await files.write(`${folder}/${TOPOLOGY}`, json);
  written.set(`${folder}/${TOPOLOGY}`, path);
  return { modelArtifactsInfo: io.getModelArtifactsInfoForJSON(artifacts) };
}

async function load(files: NotebookFiles, path: string): Promise<io.ModelArtifacts> {
  const text = new TextDecoder().decode(await files.read(path));
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return io.getModelArtifactsForJSON(JSON.parse(text) as io.ModelJSON, async manifest => {
    const parts: ArrayBuffer[] = [];
    for (const name of manifest.flatMap(({ paths }) => paths)) {
      parts.push(await files.read(`${folder}${name}`));
    }
    return [manifest.flatMap(({ weights }) => weights), io.CompositeArrayBuffer.join(parts)];
  });
}
