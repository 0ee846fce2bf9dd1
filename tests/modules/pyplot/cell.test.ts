import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotebookKernel } from '../../../src/node/notebook-kernel';
import { runtimeFolder } from '../../node/client';

type Spec = { description: string; layer?: { description: string }[] };

let folder: string;
let kernel: NotebookKernel;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'lessonbook-pyplot-'));
  kernel = new NotebookKernel({ runtimeFolder, notebook: path.join(folder, 'intro.ipynb') });
  await kernel.run("import * as plt from 'pyplot';");
});

afterAll(() => {
  kernel.dispose();
  rmSync(folder, { recursive: true });
});

/** The figures that a cell shows, each by its type of output and its specification. */
async function figures(code: string): Promise<{ type: string; spec: Spec; text: string }[]> {
  const { outputs } = await kernel.run(code);
  return outputs.flatMap(({ output_type: type, data }) => {
    const bundle = (data ?? {}) as Record<string, unknown>;
    const spec = bundle['application/vnd.vegalite.v5+json'] as Spec | undefined;
    return spec ? [{ type, spec, text: String(bundle['text/plain']) }] : [];
  });
}

describe('a figure in a cell', () => {
  it('is shown when the cell ends, once', async () => {
    const shown = await figures("plt.plot([1, 2, 3]);\nplt.title('Squares');\nconst n = 1;");
    expect(shown).toHaveLength(1);
    expect(shown[0]?.type).toBe('display_data');
    expect(shown[0]?.text).toBe('<Figure size 640x480 with 1 Axes>');
    expect(await figures('n + 1')).toEqual([]);
  });

  it('is the value of a cell that ends with it, its axes or what was drawn', async () => {
    for (const last of ['fig', 'ax', 'ax.plot([1, 2])', "ax.setTitle('T')", 'ax.hist([1, 2, 2])']) {
      const shown = await figures(
        `{ const [fig, ax] = plt.subplots(); globalThis.last = ${last} }\nlast`
      );
      expect(shown.map(({ type }) => type)).toEqual(['execute_result']);
    }
  });

  it('is shown by show, and then no more', async () => {
    const shown = await figures("plt.plot([1, 2]);\nplt.show();\nconsole.log('after');");
    expect(shown).toHaveLength(1);
  });

  it('is shown where the cell fails after drawing', async () => {
    expect(await figures("plt.plot([1, 2]);\nthrow new Error('no');")).toHaveLength(1);
  });

  it('is not shown once it was closed', async () => {
    expect(await figures('plt.plot([1, 2]);\nplt.close();')).toEqual([]);
  });

  it('says in words what it shows', async () => {
    const [shown] = await figures("plt.plot([1, 2, 3], { label: 'a' });\nplt.xlabel('time');");
    expect(shown?.spec.description).toBe(
      'Line “a” (3); x “time” from -0.1 to 2.1; y from 0.9 to 3.1.'
    );
    const [own] = await figures("plt.plot([1]);\nplt.gcf().setAltText('A point');");
    expect(own?.spec.description).toBe('A point');
  });

  it('becomes a specification that can be changed and shown', async () => {
    const [shown] = await figures(
      "plt.plot([1, 2]);\nconst spec = plt.vegaLite(plt.gcf());\nspec.description = 'mine';\nspec"
    );
    expect(shown?.spec.description).toBe('mine');
  });

  it('is saved into the folder of the notebook', async () => {
    const { outputs, error } = await kernel.run(
      "plt.plot([1, 2], 'r');\nawait plt.savefig('line.svg')"
    );
    expect(error).toBeUndefined();
    const data = outputs.find(output => output.output_type === 'execute_result')?.data;
    expect(data).toMatchObject({ 'text/plain': "'intro-files/line.svg'" });
    expect(readFileSync(path.join(folder, 'intro-files/line.svg'), 'utf8')).toContain('#ff0000');
  });

  it('says where no PNG can be drawn, and what can', async () => {
    const { error } = await kernel.run("await plt.savefig('line.png')");
    expect(JSON.stringify(error)).toContain('save the figure as SVG');
  });
});
