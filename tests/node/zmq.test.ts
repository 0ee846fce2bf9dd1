import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answer } from '../../src/kernel/messages';
import { installSpec, specFolder, uninstallSpec } from '../../src/node/kernelspec';
import { readConnection } from '../../src/node/zmq/connection';
import { Wire } from '../../src/node/zmq/wire';

const folder = mkdtempSync(path.join(tmpdir(), 'lessonbook-zmq-'));
afterAll(() => rmSync(folder, { recursive: true }));

const message = answer(
  'session',
  {},
  'shell',
  'comm_msg',
  { text: 'Grüße 👩‍🔬' },
  { buffers: [new Uint8Array([0, 255, 10]).buffer] }
);
const frames = (wire: Wire) =>
  wire.encode(message, [Buffer.from([0, 1])]).map(frame => Buffer.from(frame));

describe('a message in frames', () => {
  it('comes back as it was, with its bytes and addresses', () => {
    const wire = new Wire('key');
    const { identities, message: read } = wire.decode(frames(wire), 'shell');
    expect(identities).toEqual([Buffer.from([0, 1])]);
    expect(read).toMatchObject({ header: message.header, content: message.content });
    expect(read.buffers).toEqual([Buffer.from([0, 255, 10])]);
  });

  it('is not signed where there is no key', () => {
    const wire = new Wire('');
    expect(frames(wire)[2]?.toString()).toBe('');
    expect(wire.decode(frames(wire), 'shell').message.content).toEqual(message.content);
  });

  it.each([
    ['is signed with another key', frames(new Wire('other')), 'signature'],
    ['was changed', frames(new Wire('key')).with(6, Buffer.from('{"text":"x"}')), 'signature'],
    ['is signed by nothing', frames(new Wire('')), 'signature'],
    ['lacks a part', frames(new Wire('key')).slice(0, 5), 'frames'],
    ['has no delimiter', [Buffer.from('hello')], 'frames']
  ])('that %s is refused', (_, wrong, reason) => {
    expect(() => new Wire('key').decode(wrong, 'shell')).toThrow(reason);
  });
});

describe('a connection file', () => {
  const ports = { shell_port: 1, control_port: 2, iopub_port: 3, stdin_port: 4, hb_port: 5 };
  const write = (text: string) => {
    const file = path.join(folder, 'connection.json');
    writeFileSync(file, text);
    return file;
  };

  it('says where to listen', () => {
    const file = write(JSON.stringify({ ...ports, key: 'k', signature_scheme: 'hmac-sha256' }));
    expect(readConnection(file)).toMatchObject({ ...ports, transport: 'tcp', key: 'k' });
  });

  it.each([
    ['that is no JSON', '{', 'cannot be read'],
    ['without a port', JSON.stringify({ ...ports, hb_port: undefined }), 'names no hb_port'],
    ['with another signature', JSON.stringify({ ...ports, signature_scheme: 'md5' }), 'md5']
  ])('%s is refused by name', (_, text, reason) => {
    const file = write(text);
    expect(() => readConnection(file)).toThrow(reason);
    expect(() => readConnection(file)).toThrow(file);
  });
});

describe('a kernelspec', () => {
  it('is written where Jupyter looks, and taken away again', () => {
    const place = { for: 'prefix', folder } as const;
    const written = installSpec(place, ['/usr/bin/node', 'kernel.mjs'], 'style/lessonbook.svg');
    expect(written).toBe(path.join(folder, 'share/jupyter/kernels/lessonbook-typescript'));
    expect(JSON.parse(readFileSync(path.join(written, 'kernel.json'), 'utf8'))).toMatchObject({
      argv: ['/usr/bin/node', 'kernel.mjs', '{connection_file}'],
      language: 'typescript',
      interrupt_mode: 'message'
    });
    expect(readFileSync(path.join(written, 'logo-svg.svg'), 'utf8')).toContain('<svg');
    expect(uninstallSpec(place)).toBe(written);
    expect(uninstallSpec(place)).toBe(undefined);
  });

  it('of a user lies in the folder that Jupyter is told of', () => {
    process.env.JUPYTER_DATA_DIR = folder;
    expect(specFolder({ for: 'user' })).toBe(path.join(folder, 'kernels/lessonbook-typescript'));
    delete process.env.JUPYTER_DATA_DIR;
  });
});
