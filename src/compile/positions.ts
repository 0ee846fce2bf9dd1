import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import type MagicString from 'magic-string';
import type * as ts from 'typescript';
import type { Position, PositionMap } from './types';

/** The place of an offset in a file, counted from 1. */
export function positionAt(file: ts.SourceFile, offset: number): Position {
  const { line, character } = file.getLineAndCharacterOfPosition(offset);
  return { line: line + 1, column: character + 1 };
}

/** Maps generated code back through its edits; the map is made when it is first asked for. */
export function positionMap(edited: MagicString, before?: PositionMap): PositionMap {
  let trace: TraceMap | undefined;
  return {
    original(line, column) {
      trace ??= new TraceMap(edited.generateMap({ hires: 'boundary', source: 'cell' }).toString());
      const found = originalPositionFor(trace, { line, column: Math.max(0, column - 1) });
      const position =
        found.line === null ? { line, column: 1 } : { line: found.line, column: found.column + 1 };
      return before ? before.original(position.line, position.column) : position;
    }
  };
}
