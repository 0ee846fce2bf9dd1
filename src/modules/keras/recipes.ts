/** What something was made from: to write it to a file, and to make another one like it. */
export interface Recipe {
  kind: string;
  args: readonly unknown[];
}

const recipes = new WeakMap<object, Recipe>();

/** Notes what something was made from; gives it back. */
export function noteRecipe<T extends object>(made: T, kind: string, args: readonly unknown[]): T {
  recipes.set(made, { kind, args });
  return made;
}

/** What something was made from; nothing for what a cell made by a class of its own. */
export const recipeOf = (made: object): Recipe | undefined => recipes.get(made);
