import {
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette, MainAreaWidget, WidgetTracker } from '@jupyterlab/apputils';
import { ILauncher } from '@jupyterlab/launcher';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator } from '@jupyterlab/translation';
import { catalogue } from '../library/catalogue';
import { Home, type ReviewItem } from '../library/home';
import { idOf } from '../library/standing';
import type { ProgressRecord } from '../progress/record';
import type { Review } from '../progress/review';
import { CommandIDs, IProgress } from '../tokens';
import { lessonbookIcon } from './icons';
import { sentences } from './in-words';
import { lessonsRank } from './launcher-rank';
import { learnerOf } from './learner';

/** The plugin whose settings are those of the lessons. */
const SETTINGS = 'jupyterlab-lessonbook:lessons';

/** The page that the learner starts from. */
export const homePlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-lessonbook:home',
  description: 'Shows all lessons, and where to go on.',
  autoStart: true,
  requires: [IProgress],
  optional: [ILauncher, ICommandPalette, ITranslator, ILayoutRestorer, ISettingRegistry],
  activate: (
    app: JupyterFrontEnd,
    progress: ProgressRecord,
    launcher: ILauncher | null,
    palette: ICommandPalette | null,
    translator: ITranslator | null,
    restorer: ILayoutRestorer | null,
    settings: ISettingRegistry | null
  ) => {
    const trans = sentences(translator);
    const tracker = new WidgetTracker<MainAreaWidget<Home>>({ namespace: 'lessonbook-home' });
    let wantsReviews = true;
    const reviews = (): ReviewItem[] =>
      wantsReviews ? progress.reviews(Date.now()).flatMap(review => itemOf(review) ?? []) : [];
    const follow = (loaded: ISettingRegistry.ISettings): void => {
      wantsReviews = loaded.get('reviews').composite !== false;
      tracker.currentWidget?.content.update();
    };
    void settings?.load(SETTINGS).then(loaded => {
      follow(loaded);
      loaded.changed.connect(follow);
    });
    const make = (): MainAreaWidget<Home> => {
      const content = new Home({
        trans,
        learner: learnerOf(progress),
        changed: progress.changed,
        open: ({ track, lesson }) =>
          void app.commands.execute(CommandIDs.openLesson, { track, lesson }),
        reviews,
        review: ({ lesson: { track, lesson }, exercise }) =>
          void app.commands.execute(CommandIDs.review, { track, lesson, exercise: exercise.id })
      });
      const widget = new MainAreaWidget({ content });
      widget.toolbar.hide();
      widget.id = 'lessonbook-home';
      widget.title.label = trans.__('Lessons');
      widget.title.icon = lessonbookIcon;
      widget.title.closable = true;
      return widget;
    };
    app.commands.addCommand(CommandIDs.home, {
      label: trans.__('Lessons: Home'),
      caption: trans.__('All lessons, and where to go on'),
      icon: lessonbookIcon,
      execute: () => {
        const widget = tracker.currentWidget ?? make();
        if (!tracker.has(widget)) {
          void tracker.add(widget);
          app.shell.add(widget, 'main');
        }
        // What was opened meanwhile is known by now.
        widget.content.update();
        app.shell.activateById(widget.id);
      }
    });
    const category = trans.__('Lessons');
    palette?.addItem({ command: CommandIDs.home, category });
    launcher?.add({
      command: CommandIDs.home,
      category,
      rank: -1,
      categoryRank: lessonsRank()
    });
    void restorer?.restore(tracker, { command: CommandIDs.home, name: () => 'home' });
  }
};

/** An exercise that is due; nothing where its lesson is gone. */
function itemOf({ lesson: id, exercise: name }: Review): ReviewItem | undefined {
  const lesson = catalogue.find(entry => idOf(entry) === id);
  const exercise = lesson?.exercises.find(each => each.id === name);
  return lesson && exercise && { lesson, exercise };
}
