export { compile } from './compile';
export { isComplete, type Completeness } from './complete';
export { demangle } from './demangle';
export { explain, jsonError } from './diagnostics';
export { load, type LoadResult } from './load';
export { parse } from './parse';
export { specifiersOf } from './specifiers';
export type {
  BoxSlot,
  CellFunction,
  CellImport,
  CellScope,
  CheckSite,
  CompiledCell,
  CompileError,
  CompileOptions,
  CompileResult,
  Declaration,
  DeclarationKind,
  ImportedName,
  ModuleExport,
  Position,
  PositionMap
} from './types';
