import { debuggerSilencePlugin } from './plugins/debugger-silence';
import { lessonsPlugin } from './plugins/lessons';
import { servicePlugins } from './plugins/services';
import { wordsPlugin } from './plugins/words';

export default [...servicePlugins, wordsPlugin, lessonsPlugin, debuggerSilencePlugin];
