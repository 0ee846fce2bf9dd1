import type { Memory } from '../check';
import type { Imports } from './imports';

const TENSORFLOW = '@tensorflow/tfjs';

/** What is asked of TensorFlow.js, which is loaded only where a cell imports it. */
interface TensorFlow {
  memory(): { numTensors: number; numBytes: number };
  engine(): {
    startScope(name: string): void;
    endScope(): void;
    registeredVariables: Record<string, { dispose(): void }>;
  };
}

/** Keeps what a check does with tensors from adding up. */
export class TensorScope {
  private readonly variables: ReadonlySet<string>;

  private constructor(private readonly tf: TensorFlow | undefined) {
    tf?.engine().startScope('check');
    this.variables = new Set(Object.keys(tf?.engine().registeredVariables ?? {}));
  }

  static async open(imports: Imports): Promise<TensorScope> {
    return new TensorScope((await imports.ifLoaded(TENSORFLOW)) as TensorFlow | undefined);
  }

  /** What TensorFlow.js holds now. */
  memory(): Memory {
    const memory = this.tf?.memory();
    return { tensors: memory?.numTensors ?? 0, bytes: memory?.numBytes ?? 0 };
  }

  /** Disposes tensors and variables made since the scope was opened. */
  close(): void {
    const engine = this.tf?.engine();
    engine?.endScope();
    for (const [name, variable] of Object.entries(engine?.registeredVariables ?? {})) {
      if (!this.variables.has(name)) {
        variable.dispose();
      }
    }
  }
}
