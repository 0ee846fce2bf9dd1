import { expect, type Locator, type Page } from '@playwright/test';
import type { Host } from './hosts';
import { lessonMetadata, notebookText, ours, type SavedCell } from './saved';

/** A code cell of the open notebook. */
export class Cell {
  readonly prompt: Locator;
  readonly outputs: Locator;
  /** The text of the cell, in CodeMirror or in Monaco. */
  readonly editor: Locator;
  /** What has the focus while the cell is edited. */
  readonly input: Locator;

  constructor(
    private readonly page: Page,
    readonly node: Locator
  ) {
    this.prompt = node.locator('.jp-InputPrompt').first();
    this.outputs = node.locator('.jp-Cell-outputArea');
    this.editor = node.locator('.jp-InputArea').locator('.cm-content, .view-lines').first();
    this.input = node
      .locator('.jp-InputArea')
      .locator('.cm-content, .native-edit-context, textarea.inputarea')
      .first();
  }

  /**
   * Puts code in the place of what is there, by keys as a learner does: what is selected from
   * outside may be lost before the editor has noticed it.
   */
  async write(code: string): Promise<void> {
    await this.focus();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.insertText(code);
  }

  /** What the cell says in Monaco, which keeps its lines in any order and with spaces of its own. */
  async text(): Promise<string> {
    const lines = await this.editor.locator('.view-line').evaluateAll(nodes =>
      nodes
        .map(node => ({ top: node.getBoundingClientRect().top, text: node.textContent ?? '' }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' '))
    );
    return lines.join('\n');
  }

  /** Puts the cursor into the editor. */
  async focus(): Promise<void> {
    // Once more where JupyterLab scrolled on to a cell that it was asked for before.
    await expect(async () => {
      await this.editor.click();
      await expect(this.input).toBeFocused({ timeout: 1000 });
    }).toPass({ timeout: 15_000 });
  }

  /** Brings the outputs into view; what is far from it has no content in the page. */
  async show(): Promise<void> {
    // Once more where cells above it have got their height only after the first time.
    await expect(async () => {
      await this.node.evaluate(node => node.scrollIntoView({ block: 'end' }));
      await expect(this.outputs).toBeInViewport({ timeout: 1000 });
    }).toPass({ timeout: 15_000 });
  }

  /** Starts the cell, and does not wait for it. */
  async start(): Promise<void> {
    await this.focus();
    await this.page.keyboard.press('Control+Enter');
    await expect(this.prompt).not.toHaveText('[ ]:');
  }

  /** Runs the cell to its end, whatever number it had before. */
  async run(code?: string): Promise<void> {
    if (code !== undefined) {
      await this.write(code);
    }
    const prompt = await this.prompt.evaluateHandle(node => {
      let started = false;
      const ended = new Promise<void>(resolve => {
        const observer = new MutationObserver(() => {
          const running = node.textContent === '[*]:';
          if (started && !running) {
            observer.disconnect();
            resolve();
          }
          started ||= running;
        });
        observer.observe(node, { childList: true, characterData: true, subtree: true });
      });
      return { ended };
    });
    await this.focus();
    await this.page.keyboard.press('Control+Enter');
    await prompt.evaluate(({ ended }) => ended);
    await this.finished();
  }

  /** Resolves once the cell has its number. */
  async finished(timeout?: number): Promise<void> {
    await expect(this.prompt).toHaveText(/^\[\d+\]:$/, { timeout });
  }

  /** A plot in the outputs, as vega draws it. */
  get plot(): Locator {
    return this.outputs.locator('.vega-embed canvas.marks');
  }

  /** Whether the plot has this colour somewhere, given as red, green and blue. */
  async draws(colour: [number, number, number]): Promise<boolean> {
    return this.plot.evaluate((node, [red, green, blue]) => {
      const canvas = node as HTMLCanvasElement;
      const { width, height } = canvas;
      const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      const near = (value: number | undefined, wanted: number) =>
        Math.abs((value ?? 0) - wanted) < 12;
      for (let i = 0; i < data.length; i += 4) {
        if (near(data[i], red) && near(data[i + 1], green) && near(data[i + 2], blue)) {
          return near(data[i + 3], 255);
        }
      }
      return false;
    }, colour);
  }

  /** What went wrong, as it stands under the cell. */
  get error(): Locator {
    return this.outputs.locator('[data-mime-type="application/vnd.jupyter.stderr"]');
  }
}

/** More presses of Tab than any part of the page is away. */
const MOST_TABS = 100;

/** JupyterLab's page, as a learner sees it. */
export class NotebookPage {
  private address: string;

  constructor(
    readonly page: Page,
    readonly host: Host
  ) {
    this.address = host.address();
  }

  /** Opens the page, with a file where one is named. */
  async open(file?: string): Promise<void> {
    this.address = this.host.address(file);
    await this.page.goto(this.address);
    await this.opened();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.opened();
  }

  /** Resolves once JupyterLab has put up its layout. */
  async opened(): Promise<void> {
    await expect(this.page.locator('#jp-main-dock-panel')).toBeVisible({ timeout: 30_000 });
    await expect(this.page.locator('#lessonbook-opening, #jupyterlab-splash')).toHaveCount(0);
  }

  /** Opens the first lesson by its card in the launcher. */
  async openLesson(): Promise<void> {
    await this.showLauncher();
    await this.card('Fit a line to real penguins').click();
    await this.ready();
  }

  /** Makes a new notebook by the card of its kernel in the launcher. */
  async newNotebook(kernel = 'TypeScript (Lessonbook)'): Promise<void> {
    await this.showLauncher();
    await this.page
      .locator('.jp-LauncherCard[data-category="Notebook"]', { hasText: kernel })
      .filter({ visible: true })
      .click();
    await this.ready(kernel);
  }

  /** Shows the launcher; the app opens on the home page. */
  async showLauncher(): Promise<void> {
    if (this.host.name === 'app') {
      await this.menu('File', 'New Launcher');
    }
  }

  /** Uploads a file with the file browser; JupyterLab opens a notebook at once. */
  async upload(name: string, content: string | Buffer): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.locator('[data-jp-item-name="uploader"]').click();
    await (
      await chooser
    ).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
    await expect(this.file(name)).toBeVisible();
  }

  /** Uploads a notebook with these code cells and opens it. */
  async openNotebook(name: string, cells: SavedCell[], kernel = ours): Promise<void> {
    await this.upload(name, notebookText(cells, kernel));
    await this.ready(kernel.display_name);
  }

  /** Uploads a lesson of these code cells and opens it. */
  async openLessonOf(name: string, cells: SavedCell[]): Promise<void> {
    await this.upload(name, notebookText(cells, ours, lessonMetadata));
    await this.ready();
  }

  /** Opens a lesson of code cells with these sources, with the cursor in the first, in Monaco. */
  async openInMonaco(...sources: string[]): Promise<Cell> {
    await this.openLessonOf(
      'lesson.ipynb',
      sources.map(source => ({ source }))
    );
    const first = this.cell(0);
    await expect(first.node.locator('.monaco-editor')).toBeVisible();
    await first.focus();
    return first;
  }

  /** The cell that is edited, or would be. */
  get active(): Cell {
    return new Cell(this.page, this.notebook.locator('.jp-Cell.jp-mod-active'));
  }

  /** A file or folder in the file browser. */
  file(name: string): Locator {
    return this.page.locator('.jp-DirListing-item', { hasText: name });
  }

  card(title: string): Locator {
    return this.page.locator('.jp-LauncherCard', { hasText: title }).filter({ visible: true });
  }

  /** Resolves once the notebook that is shown has a kernel that waits for work. */
  async ready(kernel = 'TypeScript (Lessonbook)'): Promise<void> {
    await expect(this.notebook).toBeVisible();
    // The circle in the toolbar says idle before there is a kernel, and for a moment the status bar
    // still speaks of the notebook before; JupyterLab drops a cell that is run then.
    const status = this.page.locator('#jp-main-statusbar', { hasText: `${kernel} | Idle` });
    await expect(status).toBeVisible({ timeout: 30_000 });
  }

  /** Gives the notebook another kernel, by the button with the kernel's name. */
  async selectKernel(name: string): Promise<void> {
    await this.kernelName.click();
    await this.dialog.locator('select').selectOption({ label: name });
    await this.answer('Select');
    await expect(this.kernelName).toHaveText(name);
    await this.ready(name);
  }

  /** The notebook that is shown. */
  get notebook(): Locator {
    return this.panel.locator('.jp-Notebook');
  }

  get panel(): Locator {
    return this.page.locator('.jp-NotebookPanel:not(.lm-mod-hidden)');
  }

  get status(): Locator {
    return this.panel.locator('.jp-Notebook-ExecutionIndicator');
  }

  get kernelName(): Locator {
    return this.panel.locator('.jp-KernelName');
  }

  get dialog(): Locator {
    return this.page.locator('.jp-Dialog');
  }

  get notifications(): Locator {
    return this.page.locator('.Toastify__toast');
  }

  /** The cell with this place in the notebook, counting from 0 and text cells too. */
  cell(index: number): Cell {
    return new Cell(
      this.page,
      this.notebook.locator(`.jp-Cell[data-windowed-list-index="${index}"]`)
    );
  }

  /** The code cell whose source has this text in it, as long as it has. */
  cellWith(text: string): Cell {
    return new Cell(this.page, this.notebook.locator('.jp-CodeCell', { hasText: text }));
  }

  /** The place in the notebook of the cell with this text. */
  async indexOf(text: string): Promise<number> {
    const { node } = this.cellWith(text);
    return Number(await node.getAttribute('data-windowed-list-index'));
  }

  /** Adds a cell below the last one and gives it. */
  async addCell(): Promise<Cell> {
    const cells = this.notebook.locator('.jp-Cell');
    const count = await cells.count();
    await this.cell(count - 1).editor.click();
    await this.panel.locator('[data-command="notebook:insert-cell-below"]').first().click();
    await expect(cells).toHaveCount(count + 1);
    return this.cell(count);
  }

  /** Gives the page a theme by the menu, such as `Dark`. */
  async theme(name: 'Light' | 'Dark' | 'Dark High Contrast'): Promise<void> {
    await this.menu('Settings', 'Theme', `JupyterLab ${name}`);
    await expect(this.page.locator('body')).toHaveAttribute(
      'data-jp-theme-name',
      `JupyterLab ${name}`
    );
  }

  /** Goes with Tab, or Shift-Tab, to something in the page, as whoever has no mouse does. */
  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const hasFocus = () => target.evaluate(node => node === document.activeElement);
    for (let i = 0; i < MOST_TABS && !(await hasFocus()); i++) {
      await this.page.keyboard.press(key);
    }
    await expect(target).toBeFocused();
  }

  /** Runs an entry of the main menu, such as `File`, `Save Notebook`. */
  async menu(...path: string[]): Promise<void> {
    const [bar = '', ...entries] = path;
    await this.page.locator('.lm-MenuBar-item', { hasText: bar }).first().click();
    for (const entry of entries) {
      await this.page
        .locator('.lm-Menu-item:not(.lm-mod-disabled)', { hasText: entry })
        .first()
        .click();
    }
  }

  /** Presses a button of the dialog that is open. */
  async answer(button: string): Promise<void> {
    const pressed = this.dialog.locator('.jp-Dialog-button', { hasText: button });
    await pressed.click();
    await expect(pressed).toHaveCount(0);
  }

  /** Saves the notebook; JupyterLab asks for a name the first time. */
  async save({ isNew = false } = {}): Promise<void> {
    await this.panel.locator('[data-command="docmanager:save"]').first().click();
    if (isNew) {
      await this.answer('Rename and Save');
    }
    await expect(this.page.locator('.lm-DockPanel-tabBar .jp-mod-dirty')).toHaveCount(0);
  }

  async interrupt(): Promise<void> {
    await this.panel.locator('[data-command="notebook:interrupt-kernel"]').first().click();
  }
}
