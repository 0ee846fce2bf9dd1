/** A value in one or more MIME types, `text/plain` among them. */
export type Shown = Record<string, Data>;

/** What can be carried as JSON. */
type Data = string | number | boolean | null | Data[] | { [key: string]: Data };

/** How one kind of value is shown. */
export interface Formatter<T = unknown> {
  /** Whether this formatter shows the value; must be cheap and must not change the value. */
  matches(value: unknown): value is T;
  /** The value in one or more MIME types, `text/plain` among them. */
  render(value: T): Shown | Promise<Shown>;
  /** The text `console.log` prints for the value; without it the value's properties are listed. */
  text?(value: T): string;
  /** One line for the value inside another one, such as `Tensor float32 [2, 3]`. */
  label?(value: T): string;
}

/** The files beside the notebook; paths are those of its folder, and every call may be refused. */
export interface NotebookFiles {
  read(path: string): Promise<ArrayBuffer>;
  /** Gives the path by which the file can be read. */
  write(path: string, bytes: ArrayBuffer): Promise<string>;
  list(folder: string): Promise<string[]>;
}

/** How long a model is going to be trained. */
export interface TrainingPlan {
  epochs: number;
  /** The first epoch, counted from 0. */
  initialEpoch: number;
  /** Batches in an epoch. */
  steps: number;
}

/** Shows how the training of a model goes: a bar, and a chart of loss and metrics. */
export interface TrainingView {
  /** So many batches of an epoch are done, with loss and metrics so far. */
  step(
    epoch: number,
    done: number,
    logs: Readonly<Record<string, number>>
  ): Promise<void> | undefined;
  /** An epoch is done; what begins with `val_` was measured on other data. */
  epoch(epoch: number, logs: Readonly<Record<string, number>>): Promise<void>;
  /** Nothing more comes. */
  end(): Promise<void> | undefined;
}

/** What a module may ask of the outside; the runtime gives it. */
export interface Host {
  /** Another module, which is loaded once for all that import it. */
  import(specifier: string): Promise<object>;
  /** Begins to show the training of a model under the cell that runs. */
  training(plan: TrainingPlan): TrainingView;
  /** The bytes of a wasm file of TensorFlow.js, by the name that it asks for. */
  wasm(name: string): Promise<ArrayBuffer>;
  /** The names of the wasm files there are. */
  wasmNames: readonly string[];
  /**
   * The bytes of a data set's file; a progress bar is shown where they take their time.
   * @param label in front of the bar
   */
  data(name: string, label: string): Promise<ArrayBuffer>;
  /** Says that TensorFlow.js runs without wasm, many times slower, and why. */
  cpuFallback(reason: string): void;
  /** Says how values of the module are shown; the formatter that was added last is asked first. */
  addFormatter<T>(formatter: Formatter<T>): void;
  /** Shows a value under the cell that runs. */
  display(value: unknown): void;
  /** Calls a function whenever a cell has ended, also one with an error; it may still show. */
  afterCell(ended: () => void): void;
  files: NotebookFiles;
}
