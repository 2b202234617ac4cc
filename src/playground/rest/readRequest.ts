import type { IncomingMessage } from 'node:http';
import { problem } from '../DiscordError.ts';
import type { UploadedFile } from '../messages/UploadedFile.ts';

export type ReceivedBody = { body: unknown; files: UploadedFile[] };

const MAX_BYTES = 25 * 1024 * 1024;
const MAX_FILE_BYTES = 10 * 1024 * 1024;

/**
 * Reads a body: JSON, or multipart with `payload_json` and `files[n]` (reference, "Uploading Files"). Over 25 MiB, or
 * 10 MiB a file, it throws 40005.
 */
export async function readRequest(request: IncomingMessage): Promise<ReceivedBody> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BYTES) chunks.push(chunk);
  }
  // Read to its end all the same: a client that is still sending does not hear the answer.
  if (size > MAX_BYTES) throw problem('tooLarge');
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: undefined, files: [] };
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  return { body: parse(bytes.toString()), files: [] };
}

async function readForm(bytes: Buffer, type: string): Promise<ReceivedBody> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData().catch(() => {
    throw problem('invalidJson');
  });
  const files: UploadedFile[] = [];
  for (const [key, value] of form) {
    const id = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (typeof value === 'string' || id === undefined) continue;
    if (value.size > MAX_FILE_BYTES) throw problem('tooLarge');
    files.push({ id, name: value.name, type: value.type, bytes: Buffer.from(await value.arrayBuffer()) });
  }
  const payload = form.get('payload_json');
  return { body: typeof payload === 'string' ? parse(payload) : {}, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw problem('invalidJson');
  }
}
