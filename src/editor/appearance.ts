import { Signal, type ISignal } from '@lumino/signaling';
import { applyTheme } from './theme';

/** The font of code in JupyterLab's theme. */
export interface CodeFont {
  fontFamily: string;
  /** In pixels. */
  fontSize: number;
  /** As a factor of the size. */
  lineHeight: number;
}

/** Follows the theme and the size of code, which JupyterLab keeps in CSS variables of the page. */
export class Appearance {
  readonly changed: ISignal<this, void>;

  font = codeFont();

  private readonly signal = new Signal<this, void>(this);

  constructor() {
    this.changed = this.signal;
    applyTheme();
    const observer = new MutationObserver(() => {
      applyTheme();
      this.font = codeFont();
      this.signal.emit();
    });
    observer.observe(document.documentElement, { attributeFilter: ['style'] });
    const attributeFilter = ['data-jp-theme-name', 'data-jp-theme-light'];
    observer.observe(document.body, { attributeFilter });
  }
}

function codeFont(): CodeFont {
  const probe = document.createElement('span');
  probe.style.fontSize = 'var(--jp-code-font-size)';
  probe.style.fontFamily = 'var(--jp-code-font-family)';
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const { fontFamily, fontSize } = style;
  const lineHeight = parseFloat(style.getPropertyValue('--jp-code-line-height'));
  probe.remove();
  return {
    fontFamily,
    fontSize: parseFloat(fontSize) || 13,
    lineHeight: lineHeight || 1.3077
  };
}
