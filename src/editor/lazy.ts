import type { MonacoEditors, PageServices } from './page';

/** Loads Monaco once, with the first notebook that wants it. */
export class LazyMonaco {
  /** There once it has been loaded. */
  editors: MonacoEditors | undefined;

  private loading: Promise<void> | undefined;

  constructor(
    private readonly services: PageServices,
    /** Told when it could not be loaded; it is tried again with the next notebook. */
    private readonly failed: (error: unknown) => void
  ) {}

  /** Resolves once Monaco is there, or cannot be had. */
  load(): Promise<void> {
    this.loading ??= this.fetch();
    return this.loading;
  }

  private async fetch(): Promise<void> {
    // Its worker reads the types while the page is busy with the editor.
    this.services.languages?.start();
    try {
      const page = await import(/* webpackChunkName: "monaco" */ './page');
      this.editors = new page.MonacoEditors(this.services);
    } catch (error) {
      this.loading = undefined;
      this.failed(error);
    }
  }
}
