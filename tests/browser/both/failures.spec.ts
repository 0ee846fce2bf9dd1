import { expect, test } from '../fixtures';

test.describe('files that do not arrive', () => {
  // What a service worker fetches cannot be kept from arriving.
  test.use({ serviceWorkers: 'block' });

  test('without its wasm files TensorFlow.js runs on the cpu, and says so', async ({
    lab,
    page,
    complaints,
    look
  }) => {
    complaints.expect(/Failed to load resource: net::ERR_FAILED .*\.wasm/);
    await page.route('**/*.wasm', route => route.abort());
    await lab.newNotebook();
    const cell = lab.cell(0);
    await cell.run("import * as tf from '@tensorflow/tfjs';\ntf.getBackend()");
    await expect(cell.outputs).toContainText("'cpu'");
    await expect(cell.outputs).toContainText('TensorFlow.js runs without its fast engine');
    await look('cpu-fallback');
    await cell.run('tf.add(1, 2).dataSync()[0]');
    await expect(cell.outputs).toContainText('3');
  });

  test('without the runtime a cell says that the kernel did not start', async ({
    openLab,
    page,
    complaints,
    look
  }) => {
    complaints.expect(/Failed to load resource: net::ERR_FAILED .*runtime/);
    await page.route(/runtime\/.*\.mjs/, route => route.abort());
    const lab = await openLab();
    await lab.newNotebook();
    const cell = lab.cell(0);
    await cell.run('1 + 1');
    await expect(cell.error).toContainText(/kernel/i);
    await look('no-runtime');

    // As soon as the files are there again, so is the kernel.
    await page.unroute(/runtime\/.*\.mjs/);
    await cell.run('2 + 2');
    await expect(cell.outputs).toContainText('4');
  });

  test('without its editor a lesson has the simpler one, and says so', async ({
    lab,
    page,
    complaints
  }) => {
    complaints.expect(/Failed to load resource: net::ERR_FAILED .*monaco|ChunkLoadError/);
    await page.route(/monaco\..*\.js/, route => route.abort());
    await lab.menu('Lessons', 'Show the Lessons');
    await lab.page.locator('.lb-lesson', { hasText: 'Broadcasting' }).click();
    await lab.ready();
    await expect(lab.notifications.filter({ hasText: 'simpler editor' })).toBeVisible();
    await expect(lab.cellWith("from 'datasets'").node.locator('.cm-editor')).toBeVisible();
    await expect(lab.notebook.locator('.monaco-editor')).toHaveCount(0);
  });
});

test('a notebook that is no JSON gives a clear message', async ({ lab, complaints, look }) => {
  complaints.expect(/status of 400|Failed to initialize the context with 'notebook' for broken/);
  await lab.upload('broken.ipynb', '{ "cells": [');
  await expect(lab.dialog).toContainText('File Load Error for broken.ipynb');
  await expect(lab.dialog).toContainText('JSON');
  await look('no-json');
  await lab.answer('Close');
  await lab.answer('Discard');
  await expect(lab.file('broken.ipynb')).toBeVisible();
  await lab.menu('File', 'New Launcher');
  await lab.newNotebook();
  await lab.cell(0).run('1 + 1');
  await expect(lab.cell(0).outputs).toContainText('2');
});
