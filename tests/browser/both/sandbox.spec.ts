import type { Page } from '@playwright/test';
import { escapes } from '../escapes';
import { expect, test } from '../fixtures';
import { listen, type Listener } from '../listener';
import type { NotebookPage } from '../notebook';

let listener: Listener;

test.beforeAll(async () => {
  listener = await listen();
});

test.beforeEach(() => {
  listener.heard.length = 0;
});

test.afterAll(() => listener.close());

/** Asks the listener from the page, after all that was asked for before, and gives what it heard. */
async function heardBy(page: Page): Promise<string[]> {
  await page.evaluate(url => fetch(url, { mode: 'no-cors' }), `${listener.url}last`);
  return listener.heard;
}

/**
 * Gets hold of the port to the page when the next message comes, since our functions leave no way to
 * it; runs inside a cell.
 */
const stealPort = `
let port: any, request = '';
const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data').get;
Object.defineProperty(MessageEvent.prototype, 'data', {
  get() {
    port ??= this.target;
    const message = data.call(this);
    request = message?.request?.id ?? request;
    return message;
  }
});
`;

/** Tries every way that a worker has to an address; runs inside a cell. */
const ways = `
const tried: Record<string, string> = {};
const attempt = async (name: string, run: () => unknown) => {
  try { tried[name] = 'opened ' + String(await run()); } catch (e) { tried[name] = 'refused'; }
};
const event = (target: any, good: string) => new Promise((resolve, reject) => {
  target.addEventListener(good, () => resolve(good));
  target.addEventListener('error', () => reject(new Error('error')));
});
const native = new Function('url', 'return import(url)');
const nested = (code: string) => {
  const worker = new Worker(URL.createObjectURL(new Blob([code])));
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => data === 'refused' ? reject(new Error(data)) : resolve(data);
    worker.onerror = e => { e.preventDefault(); reject(new Error('error')); };
  });
};
await attempt('fetch', () => fetch(URL_ + 'fetch'));
await attempt('fetch without cors', () => fetch(URL_ + 'no-cors', { mode: 'no-cors', method: 'POST', body: 'x' }));
await attempt('fetch of the server', () => fetch(SERVER + 'api/contents'));
await attempt('fetch of a path', () => fetch('/api/contents'));
await attempt('XHR', () => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.onload = resolve; request.onerror = reject;
  request.open('GET', URL_ + 'xhr'); request.send();
}));
await attempt('synchronous XHR', () => {
  const request = new XMLHttpRequest();
  request.open('GET', URL_ + 'sync-xhr', false); request.send();
});
await attempt('WebSocket', () => event(new WebSocket(URL_.replace('http', 'ws') + 'socket'), 'open'));
await attempt('EventSource', () => event(new EventSource(URL_ + 'events'), 'open'));
await attempt('sendBeacon', () => (navigator as any).sendBeacon(URL_ + 'beacon', 'x'));
await attempt('importScripts', () => (self as any).importScripts(URL_ + 'scripts'));
await attempt('import', () => import(URL_ + 'import'));
await attempt('native import', () => native(URL_ + 'native-import'));
await attempt('WebRTC', () => new (self as any).RTCPeerConnection());
await attempt('WebTransport', () => new (self as any).WebTransport(URL_.replace('http', 'https')).ready);
await attempt('worker', () => event(new Worker(URL_ + 'worker'), 'message'));
await attempt('nested fetch', () => nested(\`fetch('\${URL_}nested').then(() => 'opened', () => 'refused').then(postMessage)\`));
await attempt('nested importScripts', () => nested(\`importScripts('\${URL_}nested-scripts'); postMessage('opened')\`));
await attempt('IndexedDB', () => new Promise((resolve, reject) => {
  const request = indexedDB.open('x'); request.onsuccess = resolve; request.onerror = reject;
}));
await attempt('caches', () => caches.open('x'));
await attempt('cookies', () => (self as any).cookieStore.getAll());
await attempt('document', () => (self as any).document.cookie);
await attempt('storage', () => (self as any).localStorage.length);
await attempt('file system', () => (navigator as any).storage.getDirectory());
await attempt('parent', () => (self as any).parent.location);
await attempt('file of the host', () => new Promise((resolve, reject) => {
  port.addEventListener('message', ({ data }) => {
    if (data.name === '../../api/contents') data.kind === 'file' ? resolve('file') : reject(new Error(data.reason));
  });
  port.postMessage({ kind: 'requestFile', name: '../../api/contents' });
}));
new BroadcastChannel('page').postMessage('hello');
Object.entries(tried).filter(([, how]) => how !== 'refused')
`;

test('nothing that a cell tries reaches an address or what the browser keeps', async ({
  lab,
  page,
  complaints
}) => {
  complaints.expect(/Content Security Policy/);
  complaints.expect(/Access to .* from origin 'null'/);
  await lab.newNotebook();
  await page.evaluate(() => {
    const heard: unknown[] = [];
    new BroadcastChannel('page').onmessage = ({ data }) => heard.push(data);
    Object.assign(window, { heard });
  });
  const cell = lab.cell(0);
  await cell.run(stealPort);
  await cell.run(`const URL_ = '${listener.url}';\nconst SERVER = '${lab.host.url}';\n${ways}`);
  await expect(cell.outputs).toHaveText(/\[\]\s*$/);
  await cell.run('self.origin + " " + Object.keys(tried).length');
  await expect(cell.outputs).toContainText("'null 25'");
  expect(await heardBy(page)).toEqual(['GET /last']);
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([]);
});

/** Looks for harm once the outputs are there, clicks and hovers over all of them, looks again. */
async function expectNoHarm(lab: NotebookPage, page: Page): Promise<void> {
  const outputs = lab.notebook.locator('.jp-OutputArea-output');
  const address = page.url();
  await outputs.locator('canvas.marks').last().hover();
  await expect(page.locator('#vg-tooltip-element')).toContainText('tooltip');
  await outputs.locator('.MathJax').first().hover();
  await outputs.evaluateAll(nodes => {
    for (const node of nodes.flatMap(output => [...output.querySelectorAll<HTMLElement>('*')])) {
      if (!node.closest('.vega-embed')) {
        node.focus();
        node.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      }
    }
  });
  await expect(
    outputs.locator('iframe, script, style, form:not(.vega-bindings), input, .jp-Dialog')
  ).toHaveCount(0);
  await expect(lab.dialog).toHaveCount(0);
  expect(await heardBy(page)).toEqual(['GET /last']);
  expect(await page.evaluate(() => Reflect.get(window, 'harmed'))).toBeUndefined();
  expect(page.url().replace(/#.*$/, '')).toBe(address);
}

test('what a cell puts out runs no script and loads no address', async ({
  lab,
  page,
  complaints
}) => {
  complaints.expect(/Failed to load resource|net::ERR_INVALID_URL|data:image/);
  complaints.expect(/insecure code execution|Cannot convert object to primitive/);
  await lab.newNotebook();
  const cell = lab.cell(0);
  // Past our own functions, in the messages that a worker sends.
  await cell.run(stealPort);
  await cell.run(
    `await new Promise(resolve => setTimeout(resolve));
    const outputs = ${JSON.stringify(escapes(listener.url))};
    for (const { data } of outputs) {
      port.postMessage({ kind: 'display', request, data, displayId: String(Math.random()), update: false });
    }`
  );
  await expect(cell.outputs).toContainText('html is shown');
  await expect(cell.error.first()).toContainText('application/javascript is not shown');
  await expect(cell.plot).toHaveCount(2);
  await expect(cell.outputs.locator('.MathJax').first()).toBeVisible();
  await expectNoHarm(lab, page);
});

test('the outputs of a stranger’s notebook do nothing when it is opened', async ({
  lab,
  page,
  complaints,
  look
}) => {
  complaints.expect(/Failed to load resource|net::ERR_INVALID_URL|data:image/);
  complaints.expect(/insecure code execution|Cannot convert object to primitive/);
  const outputs = escapes(listener.url).map(({ data, metadata = {} }) => ({
    output_type: 'display_data',
    data,
    metadata
  }));
  await lab.openNotebook('stranger.ipynb', [{ source: '1', outputs, metadata: { trusted: true } }]);
  const cell = lab.cell(0);
  await expect(cell.outputs).toContainText('html is shown');
  await expect(cell.outputs).toContainText('application/javascript is not shown');
  await expect(cell.plot).toHaveCount(2);
  await expect(cell.outputs.locator('.MathJax').first()).toBeVisible();
  await look('stranger');
  await expectNoHarm(lab, page);
});

test('a cell that floods the page is stopped, and the page goes on', async ({ lab }) => {
  await lab.newNotebook();
  const cell = lab.cell(0);
  await cell.run(stealPort);
  // Written so that no check of ours stands in the loop.
  await cell.run(
    `await new Promise(resolve => setTimeout(resolve));
    new Function('port', 'request', \`for (;;) port.postMessage({ kind: 'stream', request, name: 'stdout', text: 'x' })\`)(port, request);`
  );
  await expect(cell.error).toContainText('it sent more messages than the page can take');

  await cell.run('for (let i = 0; i < 20_000; i++) {\n  clearOutput(true);\n  display(i);\n}');
  await expect(cell.error).toContainText('shows more outputs than the page can take');

  await cell.run('"goes on"');
  await expect(cell.outputs).toContainText("'goes on'");
});
