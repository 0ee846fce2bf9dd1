/** Which notebooks get Monaco: a user's choice. */
export type MonacoChoice = 'never' | 'lessons' | 'typescript';

/** What a notebook says of itself, by key. */
export type ReadMetadata = (key: string) => unknown;

/** Whether the code cells of a notebook are to be edited in Monaco. */
export function wantsMonaco(choice: MonacoChoice, read: ReadMetadata): boolean {
  switch (choice) {
    case 'never':
      return false;
    case 'lessons':
      return isTypeScript(read) && fieldsOf(read('lessonbook')) !== undefined;
    case 'typescript':
      return isTypeScript(read);
  }
}

function isTypeScript(read: ReadMetadata): boolean {
  const kernel = fieldsOf(read('kernelspec'))?.language;
  const language = fieldsOf(read('language_info'))?.name;
  return (kernel ?? language) === 'typescript';
}

function fieldsOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? { ...value } : undefined;
}
