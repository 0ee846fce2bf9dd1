import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserOptions } from '../../scripts/browser.mjs';
import type { HostOptions } from './hosts';

const output = path.resolve(import.meta.dirname, '../../build/test');

export default defineConfig<object, HostOptions>({
  testDir: import.meta.dirname,
  outputDir: path.join(output, 'browser'),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  retries: 0,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: path.join(output, 'playwright.json') }]],
  use: {
    launchOptions: browserOptions(),
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000
  },
  projects: [
    { name: 'app', testMatch: /(both|app)\/.*\.spec\.ts/, use: { hostName: 'app' } },
    { name: 'lab', testMatch: /(both|lab)\/.*\.spec\.ts/, use: { hostName: 'lab' } }
  ]
});
