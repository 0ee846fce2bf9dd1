import { MimeModel } from '@jupyterlab/rendermime';
import type { IRenderMime } from '@jupyterlab/rendermime-interfaces';
import { JSONExt, type ReadonlyPartialJSONValue } from '@lumino/coreutils';
import { VEGA_LITE } from '../kernel/filter';
import { plotOptions } from './plot-options';

/** Milliseconds without a change after which a plot's picture is kept in the notebook. */
const SETTLED = 500;

/**
 * Draws plots one after the other in the same place, as a live chart does. JupyterLab's renderer
 * would make a picture of each and draw it twice for that; here only the last one gets a picture,
 * for readers of the notebook that cannot draw it.
 */
export class PlotRenderer {
  private drawn: ReadonlyPartialJSONValue | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly renderer: IRenderMime.IRenderer,
    private readonly render: IRenderMime.IRenderer['renderModel']
  ) {}

  async draw(spec: ReadonlyPartialJSONValue, model: IRenderMime.IMimeModel): Promise<void> {
    if (this.drawn !== undefined && JSONExt.deepEqual(this.drawn, spec)) {
      return;
    }
    this.drawn = spec;
    clearTimeout(this.timer);
    const { node } = this.renderer;
    // What is below stays where it is while the plot is made anew.
    node.style.minHeight = `${node.offsetHeight}px`;
    const made = new MimeModel({
      // A picture that is there already is not made.
      data: { [VEGA_LITE]: spec, 'image/png': 'later' },
      metadata: { [VEGA_LITE]: { embed_options: plotOptions(isDark()) } }
    });
    try {
      await this.render(made);
    } finally {
      node.style.minHeight = '';
    }
    this.timer = setTimeout(() => this.keepPicture(model), SETTLED);
  }

  private keepPicture(model: IRenderMime.IMimeModel): void {
    const canvas = this.renderer.node.querySelector<HTMLCanvasElement>('canvas.marks');
    if (canvas && !this.renderer.isDisposed && !('image/png' in model.data)) {
      const [, picture = ''] = canvas.toDataURL('image/png').split(',');
      model.setData({ data: { ...model.data, 'image/png': picture } });
    }
  }
}

/** As JupyterLab's renderer decides which theme of Vega it draws with. */
const isDark = (): boolean => document.body.dataset.jpThemeLight === 'false';
