/**
 * What the worker or the kernel has to say to the learner. It travels as an id with arguments and
 * is put into words, and translated, by the page.
 */
export type Notice =
  /** The wasm backend of TensorFlow.js could not start; the slow one runs instead. */
  | { id: 'cpuFallback'; reason: string }
  /** A cell has printed as much as is shown at once; of the rest the end is shown. */
  | { id: 'outputCut'; lines: number; characters: number }
  /** Lines before the end of what a cell printed are not shown. */
  | { id: 'linesLeftOut'; lines: number }
  /** A cell showed more outputs at once than the page can take. */
  | { id: 'outputsLeftOut' }
  /** One output is larger than a notebook can hold; sizes in bytes. */
  | { id: 'outputTooLarge'; size: number; limit: number }
  /** An output of this MIME type is refused. */
  | { id: 'outputRefused'; mimeType: string; reason: string };
