import path from 'node:path';
import ts from 'typescript';

/** How each module is usually imported; of a module that is not here, the names that are used. */
const usual: Record<string, string> = {
  '@tensorflow/tfjs': 'tf',
  keras: 'keras',
  numpy: 'np',
  pyplot: 'plt'
};

/** The imports that an example leaves out since every reader knows them. */
export function importsFor(code: string, modules: { name: string; values: string[] }[]): string {
  const own = modules.filter(({ name }) => !code.includes(`from '${name}'`));
  const uses = (name: string) => new RegExp(`(?<![\\w.'])${name}\\b`).test(code);
  return own
    .flatMap(({ name, values }) => {
      const alias = usual[name];
      if (alias) return uses(alias) ? [`import * as ${alias} from '${name}';`] : [];
      const used = values.filter(uses);
      return used.length > 0 ? [`import { ${used.join(', ')} } from '${name}';`] : [];
    })
    .join('\n');
}

/** A part of an example, and the lines that it is to print if the example says so. */
export interface Step {
  code: string;
  /** Counted from the first line of the example. */
  line: number;
  expected: string[] | undefined;
}

const ARROW = '// → ';

/** Parts an example after each statement that says what it prints. */
export function stepsOf(code: string): Step[] {
  const file = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ESNext, true);
  const steps: Step[] = [];
  let from = 0;
  file.statements.forEach((statement, i) => {
    const to = file.statements[i + 1]?.getStart() ?? code.length;
    const after = code.slice(statement.end, to);
    const arrow = after.indexOf(ARROW);
    if (arrow >= 0 || i === file.statements.length - 1) {
      const before = code.slice(from, statement.getStart());
      steps.push({
        code: before + (arrow >= 0 ? printing(statement) : statement.getText()),
        line: file.getLineAndCharacterOfPosition(statement.getStart()).line,
        expected: arrow >= 0 ? linesOf(after.slice(arrow + ARROW.length)) : undefined
      });
      from = to;
    }
  });
  return steps;
}

/** The first line without its arrow, the others as they stand. */
function linesOf(comment: string): string[] {
  const [first = '', ...others] = comment.trimEnd().split('\n');
  const following = others.map(line => line.trim()).filter(Boolean);
  const end = following.findIndex(line => !line.startsWith('//'));
  return [first, ...(end < 0 ? following : following.slice(0, end))];
}

/** A statement that prints its value, unless it is undefined, as of what prints something itself. */
function printing(statement: ts.Statement): string {
  const text = statement.getText();
  const log = (value: string) =>
    `{ const $value = await (${value}); if ($value !== undefined) console.log($value); }`;
  if (ts.isExpressionStatement(statement)) return log(statement.expression.getText());
  const [declared] = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations
    : [];
  return declared && ts.isIdentifier(declared.name) ? `${text}\n${log(declared.name.text)}` : text;
}

/**
 * Whether what was printed is what an example says. Lines after the first begin with `//` and
 * either one blank or as many as the arrow takes.
 */
export function agrees(expected: string[], printed: string): boolean {
  const [first = '', ...others] = expected;
  const lines = (blanks: number) =>
    [first, ...others.map(line => line.slice(2 + blanks))].map(line => line.trimEnd());
  const actual = printed
    .replace(/\n$/, '')
    .split('\n')
    .map(line => line.trimEnd());
  return [lines(3), lines(1)].some(each => each.join('\n') === actual.join('\n'));
}

/**
 * What the compiler says about examples, each a module by itself, so that none leans on what
 * another one declares.
 *
 * @param sources by a name for each
 * @param modules the file of each module
 * @returns the problems, each with the name and the line in the source, from 0
 */
export function problemsOf(
  sources: ReadonlyMap<string, string>,
  modules: { name: string; file: string }[]
): { name: string; line: number; message: string }[] {
  const root = path.resolve(import.meta.dirname, '../..');
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      ...config.compilerOptions,
      noUnusedLocals: false,
      noUncheckedIndexedAccess: false,
      incremental: false,
      tsBuildInfoFile: undefined,
      paths: Object.fromEntries(modules.map(({ name, file }) => [name, [`./${file}`]]))
    },
    root
  );
  const place = (name: string) => path.join(root, `example-${name}.ts`);
  const texts = new Map([...sources].map(([name, text]) => [place(name), `${text}\nexport {};`]));
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = name => texts.has(name) || fileExists(name);
  host.getSourceFile = (name, ...rest) => {
    const text = texts.get(name);
    return text === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
  };
  const globals = path.join(root, 'src/language/globals.d.ts');
  const program = ts.createProgram([...texts.keys(), globals], options, host);
  return [...sources.keys()].flatMap(name => {
    const file = program.getSourceFile(place(name));
    return ts.getPreEmitDiagnostics(program, file).map(({ start = 0, messageText }) => ({
      name,
      line: file?.getLineAndCharacterOfPosition(start).line ?? 0,
      message: ts.flattenDiagnosticMessageText(messageText, '\n')
    }));
  });
}
