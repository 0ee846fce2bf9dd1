import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from './shared.js';

/** The realm of a cell: all of the language, and of the browser what a worker has. */
const realm = ['esnext', 'webworker'];

/** Modules that are not ours: their types come from the package itself. */
const packages = ['@tensorflow/tfjs'];

/** Types that a package asks for and no cell has a use for. */
const leftOut = /^(@webgpu\/|numpy-ts)/;

const libFolder = path.join(root, 'node_modules/typescript/lib');
const moduleFolder = path.join(root, 'src/modules');
const globalsFile = path.join(root, 'src/language/globals.d.ts');

/** What the first `import(…)` in a piece of code names. */
const importedBy = node =>
  ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
    ? node.arguments[0].text
    : ts.forEachChild(node, importedBy);

/** What cells import: the file of each specifier that `src/modules/index.ts` knows. */
export function ownModules() {
  const file = path.join(moduleFolder, 'index.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext);
  const found = new Map();
  const visit = node => {
    if (ts.isPropertyAssignment(node)) {
      const imported = importedBy(node.initializer);
      // Where a file of its own begins a module, what cells see is still the module's index.
      const place = path.join(moduleFolder, imported?.split('/')[1] ?? '');
      const main = [`${place}.ts`, path.join(place, 'index.ts')].find(existsSync);
      if (imported && main && !packages.includes(node.name.text)) {
        found.set(node.name.text, main);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** A program over our own modules and the packages, as the project compiles them. */
function programOf(files) {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  Object.assign(options, {
    noEmit: false,
    incremental: false,
    tsBuildInfoFile: undefined,
    declaration: true,
    emitDeclarationOnly: true,
    stripInternal: true
  });
  return ts.createProgram(files, options);
}

/** The declarations of our own modules as `tsc` writes them, by the file they belong to. */
function declarationsIn(program) {
  const written = new Map();
  program.emit(undefined, (name, text) => {
    written.set(name.replace(/\.d\.ts$/, '.ts'), text);
  });
  return written;
}

/** Comments that are licences or are meant for tools say nothing to a learner. */
function trim(text) {
  return text
    .replace(/\/\*\*?(?:(?!\*\/)[\s\S])*?(?:@license|Copyright)[\s\S]*?\*\/\s*/g, '')
    .replace(/^\/\/\/ <(?:reference types|amd-module).*\n/gm, '')
    .replace(/^\/\/# sourceMappingURL=.*$/gm, '');
}

/**
 * TensorFlow.js declares `add` as `typeof add_`, and writes the documentation of `add_`. As one
 * function it is shown wherever `add` is.
 */
function joinFunctions(text) {
  return text
    .replace(/^export declare const (\w+): typeof \1_;\n/gm, '')
    .replace(/^declare function (\w+)_(?=[<(])/gm, (line, name) =>
      text.includes(`export declare const ${name}: typeof ${name}_;`)
        ? `export declare function ${name}`
        : line
    );
}

/** Gives the methods of a tensor the documentation of the functions of their names. */
function documentMethods(files) {
  const comments = new Map();
  for (const text of Object.values(files)) {
    for (const [, comment, name] of text.matchAll(
      /(\/\*\*(?:(?!\*\/)[\s\S])*?\*\/)\s*export declare function (\w+)[<(]/g
    )) {
      comments.set(name, comment);
    }
  }
  for (const [place, text] of Object.entries(files)) {
    if (place.includes('/public/chained_ops/')) {
      files[place] = text.replace(/^( +)(\w+)(?=[<(].*;$)/gm, (line, indent, name) => {
        const comment = comments.get(name);
        // The tensor itself stands in the place of the first argument.
        const own = comment?.replace(/\n \* @param(?:(?!\n \* ?(?:@|\n|$)|\*\/)[\s\S])*/, '');
        return own ? `${indent}${own}\n${line}` : line;
      });
    }
  }
}

/** The library files of the realm and all that they refer to. */
function libraries() {
  const found = new Map();
  const add = name => {
    const file = `lib.${name}.d.ts`;
    if (!found.has(file)) {
      const text = readFileSync(path.join(libFolder, file), 'utf8');
      found.set(file, trim(text));
      ts.preProcessFile(text).libReferenceDirectives.forEach(({ fileName }) => add(fileName));
    }
  };
  realm.forEach(add);
  return found;
}

/** Where a file comes to lie in the pack. */
function placeOf(file) {
  const [, inPackage] = file.split('/node_modules/');
  return inPackage
    ? `/node_modules/${inPackage}`
    : `/${path.relative(path.join(root, 'src'), file).split(path.sep).join('/')}`.replace(
        /(?<!\.d)\.ts$/,
        '.d.ts'
      );
}

/**
 * What completion wants to know of a module and of the namespaces in it, each named by its file:
 * what is exported as a value; what its authors list in their reference (`@doc`), where they do;
 * and what is of no use in a cell.
 */
function describe(checker, file, described) {
  const place = placeOf(file.fileName);
  if (place in described) {
    return;
  }
  const about = { values: [], listed: [], internal: [] };
  described[place] = about;
  for (const exported of checker.getExportsOfModule(checker.getSymbolAtLocation(file))) {
    const symbol =
      exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const [declaration] = symbol.declarations ?? [];
    if (declaration && ts.isSourceFile(declaration)) {
      describe(checker, declaration, described);
    }
    if (symbol.flags & ts.SymbolFlags.Value) {
      about.values.push(exported.name);
    }
    const type = symbol.flags & ts.SymbolFlags.Variable && checker.getTypeOfSymbol(symbol);
    const documented = [symbol, ...(type?.symbol ? [type.symbol] : [])];
    if (documented.some(each => each.getJsDocTags(checker).some(tag => tag.name === 'doc'))) {
      about.listed.push(exported.name);
    }
    if (declaration?.getSourceFile().fileName.endsWith('/kernel_names.d.ts')) {
      about.internal.push(exported.name);
    }
  }
}

/** Every module that a declaration file names. */
function importsIn(text) {
  return [...text.matchAll(/\b(?:from|import|module)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    ([, name]) => name
  );
}

/**
 * All types that a cell can see, as the text of a `TypesPack` (`src/language/pack.ts`). It is kept
 * until something that it is made from changes, since the compiler takes its time.
 */
export function packedTypes() {
  const hash = createHash('sha256');
  const sources = [moduleFolder, globalsFile, import.meta.filename].flatMap(filesIn);
  for (const file of [...sources, 'package-lock.json', 'tsconfig.json']) {
    hash.update(readFileSync(path.resolve(root, file)));
  }
  const kept = path.join(root, '.cache/types', `${hash.digest('hex')}.json`);
  if (!existsSync(kept)) {
    rmSync(path.dirname(kept), { recursive: true, force: true });
    mkdirSync(path.dirname(kept), { recursive: true });
    writeFileSync(kept, JSON.stringify(packTypes()));
  }
  return readFileSync(kept, 'utf8');
}

function filesIn(place) {
  return statSync(place).isFile()
    ? [place]
    : readdirSync(place, { withFileTypes: true, recursive: true })
        .filter(entry => entry.isFile())
        .map(entry => path.join(entry.parentPath, entry.name))
        .sort();
}

function packTypes() {
  const entries = ownModules();
  const options = { moduleResolution: ts.ModuleResolutionKind.Bundler };
  const resolve = (name, from) =>
    ts.resolveModuleName(name, from, options, ts.sys).resolvedModule?.resolvedFileName;
  for (const name of packages) {
    entries.set(name, resolve(name, path.join(root, 'package.json')));
  }

  const program = programOf([...entries.values()]);
  const emitted = declarationsIn(program);
  const files = {};
  const modules = {};
  const add = file => {
    if (placeOf(file) in files) {
      return;
    }
    const text = emitted.get(file) ?? readFileSync(file, 'utf8');
    files[placeOf(file)] = joinFunctions(trim(text));
    for (const name of importsIn(text)) {
      const target = resolve(name, file);
      if (target && !leftOut.test(name)) {
        if (!name.startsWith('.')) {
          modules[name] = placeOf(target);
        }
        add(target);
      }
    }
  };
  for (const [specifier, file] of entries) {
    modules[specifier] = placeOf(file);
    add(file);
  }
  documentMethods(files);
  for (const [name, text] of libraries()) {
    files[`/lib/${name}`] = text;
  }
  files['/globals.d.ts'] = readFileSync(globalsFile, 'utf8');

  const exports = {};
  const checker = program.getTypeChecker();
  for (const file of entries.values()) {
    describe(checker, program.getSourceFile(file), exports);
  }
  const importable = Object.fromEntries(
    [...entries.keys()].map(specifier => [specifier, modules[specifier]])
  );
  return { files, modules, importable, exports };
}
