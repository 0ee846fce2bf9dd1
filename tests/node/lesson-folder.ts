import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const FENCE = '```';

/** A new folder with files in it. */
export function folderWith(files: Record<string, string>): string {
  const root = mkdtempSync(path.join(os.tmpdir(), 'lessonbook-'));
  for (const [file, text] of Object.entries(files)) {
    const place = path.join(root, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  return root;
}

/** A lesson of one exercise, `double`, in which `result` is to be twice `input`. */
export function lessonText({ solution = 'const result = input * 2;', front = '', cell = '' } = {}) {
  const block = (kind: string, text: string) => `${FENCE}${kind}\n${text}\n${FENCE}\n`;
  return [
    `---\ntitle: Doubling\npromise: You can double.\nminutes: 1\n${front}---\n`,
    block('ts #input', `const input = 4;${cell}`),
    '### Exercise: Double it {#double points=2}\n',
    'Let `result` be twice `input`.\n',
    block('ts starter', '// Here.'),
    ...['One.', 'Two.', 'Three.'].map(hint => block('hint', hint)),
    block('ts solution', solution),
    block('why', 'Twice is times two.')
  ].join('\n');
}

/** Its checker. */
export const checksText = `import { compare, defineChecks, diagnose, misconception } from 'lessonbook/check';

export default defineChecks({
  double: async check => {
    const wrong = compare(check.value('result'), 8, { name: 'result' });
    const other = await check.rerun({ input: 3 });
    return wrong ?? diagnose(
      compare(other.value('result'), 6, { name: 'result' }),
      misconception('hard-coded', true, 'Your \\\`result\\\` is right for 4 only.')
    );
  }
});
`;
