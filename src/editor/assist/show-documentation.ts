import { StandaloneServices } from 'monaco-editor/editor/standalone/browser/standaloneServices';
import { IStorageService } from 'monaco-editor/platform/storage/common/storage';

/** Where Monaco keeps whether the text beside its list of completions is open: profile, user. */
const [SCOPE, TARGET] = [0, 0];

/** Has completions come with what is said about them, which a learner would not know to ask for. */
export function showDocumentation(): void {
  StandaloneServices.get(IStorageService).store('expandSuggestionDocs', true, SCOPE, TARGET);
}
