import { CodeCell } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { PanelLayout } from '@lumino/widgets';
import { readExercise, readLesson, type LessonNotebook } from './exercise-cell';
import { ExerciseModel, type Checked, type CheckMade } from './exercise-model';
import { ExerciseView } from './exercise-view';

/** What the exercises of a notebook need of the learner's record. */
export interface Memory {
  /** What the last check of an exercise said. */
  last(lesson: string, exercise: string): Checked | undefined;
  keep(lesson: string, exercise: string, check: CheckMade): void;
}

/** Puts an exercise's view under each cell of a notebook that is one. */
export class Exercises {
  private readonly models = new Map<CodeCell, ExerciseModel>();

  /** Resolves once the exercises of the notebook are known. */
  readonly ready: Promise<void>;

  constructor(
    private readonly panel: NotebookPanel,
    private readonly memory: Memory,
    private readonly trans: TranslationBundle
  ) {
    this.ready = panel.context.ready.then(() => {
      panel.model?.cells.changed.connect(this.update, this);
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

  /** Exercises of the lesson that no cell of this copy is any more. */
  get missing(): { id: string; title: string }[] {
    const there = new Set([...this.models.values()].map(model => model.exercise.id));
    return this.lesson?.exercises.filter(({ id }) => !there.has(id)) ?? [];
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
    for (const cell of this.panel.content.widgets) {
      if (cell instanceof CodeCell && !this.models.has(cell)) {
        this.equip(cell, lesson);
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

  private restoreOne(model: ExerciseModel): void {
    const { lesson } = this;
    const last = lesson && this.memory.last(lesson.lesson, model.exercise.id);
    if (last) {
      model.restore(last);
    }
  }
}
