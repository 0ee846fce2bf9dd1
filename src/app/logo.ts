import { ILabShell, type JupyterFrontEndPlugin } from '@jupyterlab/application';
import { Widget } from '@lumino/widgets';
import { lessonbookIcon } from '../plugins/icons';

export const logo: JupyterFrontEndPlugin<void> = {
  id: 'lessonbook:logo',
  description: 'Shows the mark of the app in the top bar.',
  autoStart: true,
  requires: [ILabShell],
  activate: (_app, shell: ILabShell) => {
    const widget = new Widget();
    widget.id = 'jp-MainLogo';
    lessonbookIcon.element({ container: widget.node, margin: '2px 5px 2px 7px', width: '20px' });
    shell.add(widget, 'top', { rank: 0 });
  }
};
