import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on another origin that notes all that reaches it, and would answer all of it. */
export interface Listener {
  /** Ends with a slash. */
  url: string;
  /** Method and path of every request so far, and of every try to open a socket. */
  heard: string[];
  close(): Promise<void>;
}

/** The smallest picture there is. */
const pixel = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64');

export async function listen(): Promise<Listener> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    response.writeHead(200, {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'content-type': 'image/gif'
    });
    response.end(pixel);
  });
  server.on('upgrade', (request, socket) => {
    heard.push(`socket ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    heard,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      })
  };
}
