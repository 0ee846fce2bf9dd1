import type { Diagnostic, LanguageNotice } from '../protocol/language';

/** Translates a sentence and fills in `%1`, `%2`, …; JupyterLab's translator in the page. */
export type Translate = (sentence: string, ...args: string[]) => string;

/** The sentences as they stand, for hosts without a translator. */
export const untranslated: Translate = (sentence, ...args) =>
  args.reduce((text, arg, index) => text.replaceAll(`%${index + 1}`, arg), sentence);

/** A diagnostic with the message that a learner is to read. */
export function worded(diagnostic: Diagnostic, __: Translate): Diagnostic {
  const { notice, ...rest } = diagnostic;
  return notice ? { ...rest, message: wordNotice(notice, __) } : diagnostic;
}

function wordNotice(notice: LanguageNotice, __: Translate): string {
  switch (notice.id) {
    case 'declaredLater':
      return __(
        '%1 is declared in a cell further down. When the cells run from top to bottom, it is not there yet: move that cell up, or declare it here.',
        notice.name
      );
    case 'noSuchFile':
      return __(
        'There is no file %1 beside this notebook. Save it there, and look at how its name is spelled.',
        notice.path
      );
    case 'noSuchModule':
      return __(
        'There is no module %1. A cell can import %2.',
        notice.name,
        notice.modules.join(', ')
      );
  }
}
