import * as tf from '@tensorflow/tfjs';
import type { NotebookFiles } from '../host';
import { reasonAgainstWebgl } from './renderer';

type Target = Parameters<tf.LayersModel['save']>[0];
type Csv = typeof tf.data.csv;

/** What takes the place of an address that only a page can reach, by its scheme. */
const refused: Readonly<Record<string, string>> = {
  downloads: "save it into the notebook's folder by 'file://…', and download it from there",
  localstorage: "save it into the notebook's folder by 'file://…'",
  indexeddb: "save it into the notebook's folder by 'file://…'"
};

/**
 * TensorFlow.js as cells have it. They run in a worker that reaches no page and no address: what
 * needs one reads and writes files beside the notebook instead, or says what else to do.
 */
export function inWorker(files: NotebookFiles): typeof tf {
  const { save } = tf.LayersModel.prototype;
  tf.LayersModel.prototype.save = async function (target, config) {
    refuse(target, 'saved');
    return save.call(this, target, config);
  };
  return {
    ...tf,
    setBackend: async name => {
      const reason = name === 'webgl' ? reasonAgainstWebgl() : undefined;
      if (reason !== undefined) {
        throw new Error(`The backend 'webgl' was not chosen: ${reason}. Go on with 'wasm'.`);
      }
      return tf.setBackend(name);
    },
    loadLayersModel: (path, options) => loaded(path, () => tf.loadLayersModel(path, options)),
    loadGraphModel: (path, options) =>
      loaded(path, () => tf.loadGraphModel(path, options, undefined)),
    data: {
      ...tf.data,
      csv: csvFrom(files),
      webcam: () => Promise.reject(noDevice('camera', 'pictures')),
      microphone: () => Promise.reject(noDevice('microphone', 'recordings'))
    }
  };
}

/** @throws Error where a model cannot be kept there */
function refuse(target: Target, done: 'saved' | 'loaded'): void {
  const scheme = typeof target === 'string' ? target.split('://')[0] : undefined;
  const instead = scheme === undefined ? undefined : refused[scheme];
  if (instead !== undefined) {
    throw new Error(
      `A model is not ${done} by '${scheme}://' in a cell, which reaches no page: ${instead}.`
    );
  }
}

async function loaded<Model>(path: unknown, load: () => Promise<Model>): Promise<Model> {
  refuse(path as Target, 'loaded');
  try {
    return await load();
  } catch (error) {
    if (typeof path === 'string' && /^https?:/.test(path) && error instanceof TypeError) {
      throw new Error(
        `${path} was not reached: cells have no network. Put the model's files beside the ` +
          `notebook and load 'file://model.json'.`,
        { cause: error }
      );
    }
    throw error;
  }
}

const noDevice = (device: string, files: string): Error =>
  new Error(
    `A cell reaches no ${device}: it runs in a worker without a page. Put ${files} beside the ` +
      `notebook and read them with 'files'.`
  );

/** Reads tables beside the notebook as well, by addresses such as `file://data/penguins.csv`. */
function csvFrom(files: NotebookFiles): Csv {
  /** A file that is read anew whenever the data set is gone through. */
  class NotebookFile extends tf.data.FileDataSource {
    override async iterator() {
      const path = String(this.input).slice('file://'.length);
      const bytes = new Uint8Array(await files.read(path));
      return new tf.data.FileDataSource(bytes, this.options).iterator();
    }
  }
  return (source, config) =>
    typeof source === 'string' && source.startsWith('file://')
      ? new tf.data.CSVDataset(new NotebookFile(source), config)
      : tf.data.csv(source, config);
}
