/** What compiled code needs besides its scope. */
export interface CellHelpers {
  /** Gives an enum a member, and its name to a member that is a number. */
  member(object: Record<PropertyKey, unknown>, name: string, value: unknown): void;
  /** An export of a module; throws where there is none of that name. */
  pick(module: object, name: string, specifier: string): unknown;
  /** Throws where a module has no export of that name. */
  expect(module: object, name: string, specifier: string): void;
}

export const helpers: CellHelpers = {
  member(object, name, value) {
    object[name] = value;
    if (typeof value !== 'string') {
      object[String(value)] = name;
    }
  },
  pick(module, name, specifier) {
    helpers.expect(module, name, specifier);
    return Reflect.get(module, name);
  },
  expect(module, name, specifier) {
    if (!(name in module)) {
      throw new SyntaxError(
        name === 'default'
          ? `'${specifier}' has no default export; import its exports by name, in braces.`
          : `'${specifier}' has no export named '${name}'.`
      );
    }
  }
};
