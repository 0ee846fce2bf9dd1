import type { IOutput } from '@jupyterlab/nbformat';
import type { KernelMessage } from '@jupyterlab/services';

interface Shown {
  output: IOutput;
  displayId?: string;
}

/** Gathers what a cell shows into the outputs of a notebook, as a front end would. */
export class OutputCollector {
  private shown: Shown[] = [];
  private clearAtNext = false;

  /** The outputs as a notebook file holds them. */
  get outputs(): IOutput[] {
    return this.shown.map(({ output }) => output);
  }

  take(message: KernelMessage.IMessage): void {
    const type: string = message.header.msg_type;
    const content = message.content as Record<string, unknown>;
    switch (type) {
      case 'stream':
        this.addText(String(content.name), String(content.text));
        break;
      case 'execute_result':
      case 'display_data':
      case 'error': {
        const { transient, ...rest } = content as { transient?: { display_id?: string } };
        this.add({ output_type: type, ...rest } as IOutput, transient?.display_id);
        break;
      }
      case 'update_display_data':
        this.update(content);
        break;
      case 'clear_output':
        if (content.wait === true) {
          this.clearAtNext = true;
        } else {
          this.shown = [];
        }
        break;
    }
  }

  private add(output: IOutput, displayId?: string): void {
    if (this.clearAtNext) {
      this.shown = [];
      this.clearAtNext = false;
    }
    this.shown.push(displayId === undefined ? { output } : { output, displayId });
  }

  private addText(name: string, text: string): void {
    const last = this.clearAtNext ? undefined : this.shown.at(-1)?.output;
    if (last?.output_type === 'stream' && last.name === name) {
      last.text = `${String(last.text)}${text}`;
    } else {
      this.add({ output_type: 'stream', name, text });
    }
  }

  private update(content: Record<string, unknown>): void {
    const { display_id: id } = (content.transient ?? {}) as { display_id?: string };
    for (const shown of this.shown.filter(({ displayId }) => displayId === id)) {
      Object.assign(shown.output, { data: content.data, metadata: content.metadata });
    }
  }
}
