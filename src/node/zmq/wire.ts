import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Channel, Message } from '../../kernel/messages';

/** Stands between the addresses of whom a message goes to, and the message. */
const DELIMITER = Buffer.from('<IDS|MSG>');

/** A message as it came: who sent it, and what it says. */
export interface Received {
  identities: Buffer[];
  message: Message;
}

/**
 * Jupyter's messages as the frames of ZeroMQ: addresses, delimiter, signature, four parts in JSON,
 * and bytes. The signature is the HMAC-SHA256 of the four parts, in hexadecimal.
 */
export class Wire {
  constructor(private readonly key: string) {}

  encode(message: Message, identities: Uint8Array[]): Uint8Array[] {
    const { header, parent_header, metadata, content, buffers = [] } = message;
    const parts = [header, parent_header, metadata, content].map(part =>
      Buffer.from(JSON.stringify(part))
    );
    return [
      ...identities,
      DELIMITER,
      Buffer.from(this.sign(parts)),
      ...parts,
      ...buffers.map(bytesOf)
    ];
  }

  /** @throws Error when the frames are no message, or its signature is not right */
  decode(frames: Buffer[], channel: Channel): Received {
    const start = frames.findIndex(frame => frame.equals(DELIMITER));
    const [signature, header, parent, metadata, content, ...buffers] = frames.slice(start + 1);
    if (start < 0 || !signature || !header || !parent || !metadata || !content) {
      throw new Error('it is not made of the frames that Jupyter describes');
    }
    const expected = Buffer.from(this.sign([header, parent, metadata, content]));
    if (expected.length !== signature.length || !timingSafeEqual(expected, signature)) {
      throw new Error('its signature does not match the key of the connection file');
    }
    const [parsedHeader, parsedParent, parsedMetadata, parsedContent] = [
      header,
      parent,
      metadata,
      content
    ].map(part => JSON.parse(part.toString()) as unknown);
    const message = {
      channel,
      header: parsedHeader,
      parent_header: parsedParent,
      metadata: parsedMetadata,
      content: parsedContent,
      buffers
    } as unknown as Message;
    return { identities: frames.slice(0, start), message };
  }

  private sign(parts: Uint8Array[]): string {
    if (this.key === '') {
      return '';
    }
    const hmac = createHmac('sha256', this.key);
    parts.forEach(part => hmac.update(part));
    return hmac.digest('hex');
  }
}

function bytesOf(bytes: ArrayBuffer | ArrayBufferView): Uint8Array {
  return ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);
}
