import type { Page } from '@playwright/test';

/** Errors of JupyterLab's own that a page logs whatever we do, each with its reason. */
const known = [
  // The debugger asks each new kernel of the server whether it debugs, and the kernel may be gone
  // again before it answers.
  /Canceled future for debug_request message before replies were done/
];

/** Collects what a page reports as errors, so that a test can fail on what nobody expected. */
export class Complaints {
  private readonly seen: string[] = [];
  private readonly expected: RegExp[] = [...known];

  listen(page: Page): void {
    page.on('console', message => {
      if (message.type() === 'error') {
        this.seen.push(`${message.text()} (${message.location().url})`);
      }
    });
    page.on('pageerror', error =>
      this.seen.push(error.stack || `an error without a stack: ${error.message}`)
    );
  }

  /** Names an error that is part of what the test does. */
  expect(pattern: RegExp): void {
    this.expected.push(pattern);
  }

  unexpected(): string[] {
    return this.seen.filter(text => !this.expected.some(pattern => pattern.test(text)));
  }
}
