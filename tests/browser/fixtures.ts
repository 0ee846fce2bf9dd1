import path from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { Complaints } from './complaints';
import { reasonAgainst, root, startHost, type Host, type HostOptions } from './hosts';
import type { HostSettings } from './hosts';
import { NotebookPage } from './notebook';

export { expect };

interface WorkerFixtures extends HostOptions {
  /** Hosts that run, by their settings; they end with the worker. */
  hosts: (settings: HostSettings) => Promise<Host>;
}

interface TestFixtures {
  /** How the host is served: the app with isolation headers, JupyterLab without, as installed. */
  settings: Partial<HostSettings>;
  host: Host;
  /** What the page complained of in the browser's console. */
  complaints: Complaints;
  /** Opens a host's page: the test's own page and host on the launcher where nothing else is said. */
  openLab: (on?: { page?: Page; host?: Host; file?: string }) => Promise<NotebookPage>;
  /** The page, open on the host's launcher. */
  lab: NotebookPage;
  /** Writes a picture of the page for a person to look at. */
  look: (name: string) => Promise<void>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  hostName: ['app', { option: true, scope: 'worker' }],

  hosts: [
    async ({ hostName }, use) => {
      const running = new Map<string, Promise<Host>>();
      await use(settings => {
        const key = JSON.stringify(settings);
        const host = running.get(key) ?? startHost(hostName, settings);
        running.set(key, host);
        return host;
      });
      await Promise.all([...running.values()].map(async host => (await host).stop()));
    },
    { scope: 'worker', timeout: 300_000 }
  ],

  settings: [{}, { option: true }],

  host: [
    async ({ hosts, hostName, settings }, use, testInfo) => {
      const reason = await reasonAgainst(hostName);
      testInfo.skip(reason !== undefined, reason);
      const host = await hosts({ isolation: hostName === 'app', ...settings });
      host.clear();
      await use(host);
    },
    // The first one may have a JupyterLab to install.
    { timeout: 300_000 }
  ],

  complaints: [
    async ({ page }, use) => {
      const complaints = new Complaints();
      complaints.listen(page);
      await use(complaints);
      expect(complaints.unexpected(), 'errors in the browser’s console').toEqual([]);
    },
    { auto: true }
  ],

  openLab: async ({ page, host, complaints }, use) => {
    await use(async (on = {}) => {
      const lab = new NotebookPage(on.page ?? page, on.host ?? host);
      if (on.page) {
        complaints.listen(on.page);
      }
      await lab.open(on.file);
      return lab;
    });
  },

  lab: async ({ openLab }, use) => {
    await use(await openLab());
  },

  look: async ({ page, hostName }, use) => {
    await use(name => picture(page, `${hostName}-${name}`));
  }
});

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(root, 'build/test/screenshots', `${name}.png`) });
}
