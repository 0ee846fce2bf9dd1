/** What every cell finds without an import. Packed with the types; never imported. */

/** Something that a cell has shown and can show anew in the same place. */
interface Display {
  /**
   * Shows another value in the same place. Ten updates a second are sent at most; what comes in
   * between is skipped, and the last one is always shown. Awaited in a loop, it lets the page draw.
   *
   * @example
   * const shown = display('epoch 0');
   * for (let epoch = 1; epoch <= 10; epoch++) {
   *   await shown.update(`epoch ${epoch}`);
   * }
   */
  update(value: unknown): Promise<void>;
}

/** A value that is shown as HTML, an image or the like. */
interface Rich {
  /** The value by MIME type. */
  readonly bundle: Readonly<Record<string, unknown>>;
}

/**
 * Shows a value under the cell: a tensor with dtype and shape, an array of objects as a table, a
 * Vega-Lite specification as a plot. The value of the last line is shown without it.
 * IPython: `display`.
 *
 * @returns a handle, by which another value can be shown in the same place
 * @example
 * display([{ species: 'Adelie', mass: 3700 }]);
 */
declare function display(value: unknown): Display;

/**
 * Removes what the cell has shown so far. IPython: `clear_output`.
 *
 * @param wait removes it only once something new is shown, so that nothing flickers
 */
declare function clearOutput(wait?: boolean): void;

/**
 * A text to be shown as HTML; scripts and addresses of other hosts are taken out. IPython: `HTML`.
 *
 * @example
 * html('<b>bold</b>')
 */
declare function html(source: string): Rich;

/**
 * A text to be shown as Markdown, with formulas between dollars. IPython: `Markdown`.
 *
 * @example
 * markdown('The loss is $(y - x)^2$.')
 */
declare function markdown(source: string): Rich;

/** A formula in LaTeX; without delimiters of its own it is displayed. IPython: `Latex`. */
declare function latex(source: string): Rich;

/**
 * An image from the bytes of its file; SVG may be given as text. IPython: `Image`.
 *
 * @param mime the type of the file, such as `image/png` or `image/svg+xml`
 */
declare function image(bytes: Uint8Array | ArrayBuffer | string, mime?: string): Rich;

/**
 * Asks for a line of text under the cell. Python: `input`.
 *
 * @param prompt stands before the box
 * @param options with `password`, what is typed is not shown
 * @returns what was typed
 * @example
 * const name = await input('Your name? ');
 */
declare function input(prompt?: unknown, options?: { password?: boolean }): Promise<string>;

/** What comes by a comm. */
interface CommMessage {
  data: unknown;
  metadata: Record<string, unknown>;
  buffers: ArrayBuffer[];
}

/** What may be sent beside the data of a comm. */
interface CommOptions {
  metadata?: Record<string, unknown>;
  /** Bytes, which arrive as they are. */
  buffers?: (ArrayBuffer | ArrayBufferView)[];
}

/** A two-way line between a cell and a part of the page. */
interface Comm {
  readonly id: string;
  readonly target: string;
  /** Called with what the other side sends. */
  onMessage: ((message: CommMessage) => unknown) | undefined;
  /** Called when the other side closes the comm. */
  onClose: ((message: CommMessage) => unknown) | undefined;
  send(data: unknown, options?: CommOptions): void;
  close(data?: unknown, options?: CommOptions): void;
}

/** The two-way lines between cells and parts of the page. */
declare const comms: {
  /**
   * Opens a comm to a part of the page, by its name; only Lessonbook's own parts, whose names
   * begin with `lessonbook.`, can be reached. Jupyter: `comm.create_comm`.
   *
   * @returns the comm, once the page has taken it; where it refuses, the promise is rejected
   * @example
   * const line = await comms.open('lessonbook.echo', { hello: 1 });
   * line.onMessage = ({ data }) => console.log(data);
   */
  open(target: string, data?: unknown, options?: CommOptions): Promise<Comm>;
  /** Calls the handler whenever the page opens a comm to this target. */
  onOpen(target: string, handler: (comm: Comm, message: CommMessage) => unknown): void;
};

/** Passes on what it is given, and shows how far it has come. */
interface Progress<T> extends Iterable<T>, AsyncIterable<Awaited<T>> {}

/** What `fit` of TensorFlow.js calls while it trains. */
interface FitCallbacks {
  onTrainBegin(): Promise<void>;
  onEpochBegin(epoch: number): Promise<void>;
  onBatchEnd(batch: number, logs?: Record<string, number>): Promise<void>;
  onEpochEnd(epoch: number, logs?: Record<string, number>): Promise<void>;
  onTrainEnd(): Promise<void>;
}

/**
 * Shows a progress bar while a loop runs. Python: `tqdm`.
 *
 * @param items anything that can be iterated over; a number stands for 0, 1, … below it
 * @example
 * for (const batch of progress(batches)) step(batch);
 */
declare function progress(
  items: number,
  options?: { label?: string; total?: number }
): Progress<number>;
declare function progress<T>(
  items: Iterable<T> | AsyncIterable<T>,
  options?: { label?: string; total?: number }
): Progress<T>;
declare namespace progress {
  /**
   * A bar and a chart of the loss while a model is trained.
   *
   * @param epochs how many there are, as `fit` is told
   * @example
   * await model.fit(x, y, { epochs: 20, callbacks: progress.fit(20) });
   */
  function fit(epochs: number): FitCallbacks;
}
