import { readFileSync } from 'node:fs';

/** Where a kernel is to listen, and the key that messages are signed with. */
export interface Connection {
  transport: 'tcp' | 'ipc';
  ip: string;
  shell_port: number;
  control_port: number;
  iopub_port: number;
  stdin_port: number;
  hb_port: number;
  /** Messages are not signed where it is empty. */
  key: string;
  signature_scheme: string;
}

const PORTS = ['shell_port', 'control_port', 'iopub_port', 'stdin_port', 'hb_port'] as const;

/**
 * Reads the connection file that a Jupyter client has written for a kernel.
 *
 * @throws Error that names the file and what is wrong with it
 */
export function readConnection(file: string): Connection {
  let parsed: Partial<Connection>;
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8')) as Partial<Connection>;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The connection file ${file} cannot be read: ${reason}`, { cause: error });
  }
  const missing = PORTS.find(port => !Number.isInteger(parsed[port]));
  if (missing) {
    throw new Error(`The connection file ${file} names no ${missing}.`);
  }
  const { signature_scheme: scheme = 'hmac-sha256' } = parsed;
  if (scheme !== 'hmac-sha256') {
    throw new Error(`The connection file ${file} asks for ${scheme}; only hmac-sha256 is known.`);
  }
  return {
    transport: 'tcp',
    ip: '127.0.0.1',
    key: '',
    ...parsed,
    signature_scheme: scheme
  } as Connection;
}

/** The address of one of the sockets. */
export function addressOf({ transport, ip }: Connection, port: number): string {
  return transport === 'ipc' ? `ipc://${ip}-${port}` : `tcp://${ip}:${port}`;
}
