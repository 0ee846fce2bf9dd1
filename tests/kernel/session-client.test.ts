import { ServerConnection, type Session } from '@jupyterlab/services';
import { beforeEach, describe, expect, it } from 'vitest';
import { Hub } from '../../src/kernel/hub';
import { CompositeSessionClient } from '../../src/kernel/session-client';
import { KERNEL_NAME } from '../../src/kernel/spec';

const idleHost = { spawn: () => ({ post: () => undefined, terminate: () => undefined }) };

/** The part of a Jupyter server that keeps sessions. */
class SessionServer {
  readonly sessions = new Map<string, Session.IModel>();
  private count = 0;

  readonly fetch = async (request: RequestInfo | URL): Promise<Response> => {
    const { method, url, body } = await read(request as Request);
    const id = /\/api\/sessions\/([^/?]+)/.exec(url)?.[1];
    switch (method) {
      case 'POST': {
        const model = { ...body, id: `server-${++this.count}` } as Session.IModel;
        const kernel = { id: `kernel-${this.count}`, name: model.kernel?.name ?? 'python3' };
        this.sessions.set(model.id, { ...model, kernel });
        return json({ ...model, kernel }, 201);
      }
      case 'PATCH': {
        const known = this.sessions.get(id ?? '') as Session.IModel;
        const changed = { ...known, ...body, id: known.id, kernel: known.kernel };
        this.sessions.set(known.id, changed);
        return json(changed, 200);
      }
      case 'DELETE':
        return new Response(null, { status: this.sessions.delete(id ?? '') ? 204 : 404 });
      default:
        return json(id ? this.sessions.get(id) : [...this.sessions.values()], 200);
    }
  };
}

async function read(request: Request) {
  const text = await request.text();
  const body = (text ? JSON.parse(text) : {}) as Partial<Session.IModel>;
  return { method: request.method, url: request.url, body };
}

const json = (value: unknown, status: number) => new Response(JSON.stringify(value), { status });

describe('sessions of the browser and of the server', () => {
  let server: SessionServer;
  let hub: Hub;
  let client: CompositeSessionClient;
  const notebook = { path: 'a.ipynb', name: 'a.ipynb', type: 'notebook' };

  beforeEach(() => {
    server = new SessionServer();
    const settings = ServerConnection.makeSettings({
      baseUrl: 'http://127.0.0.1/',
      fetch: server.fetch
    });
    hub = new Hub({ settings, hasServer: true, kernel: { host: idleHost, version: '0' } });
    client = new CompositeSessionClient(hub);
  });

  const idsOfRunning = async () => (await client.listRunning()).map(({ id }) => id);

  it('start where their kernel is', async () => {
    const ours = await client.startNew({ ...notebook, kernel: { name: KERNEL_NAME } });
    const python = await client.startNew({ ...notebook, kernel: { name: 'python3' } });
    expect(hub.find(ours.kernel?.id)).toBeDefined();
    expect(server.sessions.has(python.id)).toBe(true);
    expect(await idsOfRunning()).toEqual([python.id, ours.id]);
  });

  it('keep their id when a notebook moves from our kernel to the server and back', async () => {
    const { id } = await client.startNew({ ...notebook, kernel: { name: KERNEL_NAME } });

    const python = await client.update({ id, kernel: { name: 'python3' } });
    expect(python).toMatchObject({ id, path: 'a.ipynb', kernel: { name: 'python3' } });
    expect(hub.running()).toEqual([]);
    expect(await idsOfRunning()).toEqual([id]);

    const renamed = await client.update({ id, path: 'b.ipynb' });
    expect(renamed).toMatchObject({ id, path: 'b.ipynb' });

    const ours = await client.update({ id, kernel: { name: KERNEL_NAME } });
    expect(ours).toMatchObject({ id, path: 'b.ipynb', kernel: { name: KERNEL_NAME } });
    expect(server.sessions.size).toBe(0);
    expect(await idsOfRunning()).toEqual([id]);
  });

  it('end with their kernel', async () => {
    const ours = await client.startNew({ ...notebook, kernel: { name: KERNEL_NAME } });
    await client.shutdown(ours.id);
    expect(hub.running()).toEqual([]);
    expect(await idsOfRunning()).toEqual([]);
  });

  it('may share a kernel, which ends with the last of them', async () => {
    const first = await client.startNew({ ...notebook, kernel: { name: KERNEL_NAME } });
    const console = { path: 'console', name: 'console', type: 'console' };
    const second = await client.startNew({ ...console, kernel: first.kernel ?? {} });
    expect(second.kernel?.id).toBe(first.kernel?.id);
    await client.shutdown(first.id);
    expect(hub.running()).toHaveLength(1);
    await client.shutdown(second.id);
    expect(hub.running()).toEqual([]);
  });

  it('follow a renamed notebook', async () => {
    const { id } = await client.startNew({ ...notebook, kernel: { name: KERNEL_NAME } });
    await client.update({ id, path: 'c.ipynb', name: 'c.ipynb' });
    expect(await client.getModel(id)).toMatchObject({ path: 'c.ipynb', name: 'c.ipynb' });
  });
});
