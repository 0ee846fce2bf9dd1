import { CodeCell, MarkdownCell, type Cell } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { PanelLayout } from '@lumino/widgets';
import { questionOf } from '../lesson/metadata';
import { readExercise, readLesson, type LessonNotebook } from './exercise-cell';
import { ExerciseModel, type CheckMade, type Past } from './exercise-model';
import { QuestionModel } from './question-model';
import { QuestionView } from './question-view';
import { ExerciseView } from './exercise-view';

/** What the exercises of a notebook need of the learner's record. */
export interface Memory {
  /** What was tried before. */
  past(lesson: string, exercise: string): Past | undefined;
  keep(lesson: string, exercise: string, check: CheckMade): void;
}

/** Puts an exercise's view under each cell of a notebook that is one. */
export class Exercises {
  private readonly models = new Map<CodeCell, ExerciseModel>();

  private readonly questions = new Map<Cell, QuestionModel>();

  /** Resolves once the exercises of the notebook are known. */
  readonly ready: Promise<void>;

  constructor(
    private readonly panel: NotebookPanel,
    private readonly memory: Memory,
    private readonly trans: TranslationBundle
  ) {
    this.ready = panel.context.ready.then(() => {
      panel.model?.cells.changed.connect(this.update, this);
      panel.model?.metadataChanged.connect(this.update, this);
      this.update();
    });
    panel.disposed.connect(() => this.models.forEach(model => model.dispose()));
  }

  /** The exercise of the active cell. */
  get active(): ExerciseModel | undefined {
    const { activeCell } = this.panel.content;
    return activeCell instanceof CodeCell ? this.models.get(activeCell) : undefined;
  }

  /** Shows what the record knows by now. */
  restore(): void {
    for (const model of this.models.values()) {
      this.restoreOne(model);
    }
  }

  get lesson(): LessonNotebook | undefined {
    return readLesson(this.panel.model?.getMetadata('lessonbook'));
  }

  /** Cells come and go: a cell that was moved or pasted is another widget. */
  private update(): void {
    const { lesson } = this;
    if (!lesson) {
      return;
    }
    for (const [cell, model] of this.models) {
      if (cell.isDisposed) {
        model.dispose();
        this.models.delete(cell);
      }
    }
    for (const cell of this.questions.keys()) {
      if (cell.isDisposed) {
        this.questions.delete(cell);
      }
    }
    for (const cell of this.panel.content.widgets) {
      if (cell instanceof CodeCell && !this.models.has(cell)) {
        this.equip(cell, lesson);
      } else if (cell instanceof MarkdownCell && !this.questions.has(cell)) {
        this.ask(cell, lesson);
      }
    }
    this.countCopies();
  }

  /** A cell that was split or copied takes its exercise along. */
  private countCopies(): void {
    const counts = new Map<string, number>();
    for (const { exercise } of this.models.values()) {
      counts.set(exercise.id, (counts.get(exercise.id) ?? 0) + 1);
    }
    for (const model of this.models.values()) {
      model.setCopies(counts.get(model.exercise.id) ?? 1);
    }
  }

  private equip(cell: CodeCell, lesson: LessonNotebook): void {
    const exercise = readExercise(cell.model.getMetadata('lessonbook'));
    if (!exercise) {
      return;
    }
    const session = this.panel.sessionContext;
    const model = new ExerciseModel({ cell, exercise, lesson, session });
    this.models.set(cell, model);
    model.checkMade.connect((_, check) => this.memory.keep(lesson.lesson, exercise.id, check));
    this.restoreOne(model);
    // Only then has the cell its own parts, under which this one belongs.
    void cell.ready.then(() => {
      if (!cell.isDisposed) {
        (cell.layout as PanelLayout).addWidget(new ExerciseView(model, this.trans));
      }
    });
  }

  private ask(cell: MarkdownCell, { lesson }: LessonNotebook): void {
    const { sharedModel } = cell.model;
    const found = questionOf({ metadata: { lessonbook: sharedModel.getMetadata('lessonbook') } });
    if (!found) {
      return;
    }
    const { question, answer } = found;
    const model = new QuestionModel(question, answer, {
      keepAnswer: given => {
        const own = sharedModel.getMetadata('lessonbook') as object;
        sharedModel.setMetadata('lessonbook', { ...own, answer: given });
      },
      keepCheck: check => this.memory.keep(lesson, question.id, check)
    });
    this.questions.set(cell, model);
    void cell.ready.then(() => {
      if (!cell.isDisposed) {
        (cell.layout as PanelLayout).addWidget(new QuestionView(model, this.trans));
      }
    });
  }

  private restoreOne(model: ExerciseModel): void {
    const { lesson } = this;
    const past = lesson && this.memory.past(lesson.lesson, model.exercise.id);
    if (past) {
      model.restore(past);
    }
  }
}
