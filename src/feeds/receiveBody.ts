import { PassThrough, pipeline, Readable, type Transform } from 'node:stream';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';
import { FeedError } from '../news/outside.ts';

const maxLayers = 3;
const gzipMagic = [0x1f, 0x8b];

/** What an `accept-encoding` header may ask for: all that {@link receiveBody} undoes. */
export const acceptedEncodings = 'gzip, deflate, br, zstd';

export function tooLarge(maxBytes: number): FeedError {
  const limit = maxBytes >= 1_000_000 ? `${Math.round(maxBytes / 1_000_000)} MB` : `${Math.ceil(maxBytes / 1_000)} kB`;
  return new FeedError('too large', `is larger than ${limit}, so it was not read`);
}

/**
 * Receives a body, undoing its content encodings on the way. Bytes are counted after decompression and nothing past the
 * limit is kept or even decompressed. A compressed body that stops early gives what there is.
 *
 * @param contentEncoding  the HTTP header's value (RFC 9110 §8.4), or null
 * @throws FeedError 'too large', 'network' for data that can't be decompressed; whatever the stream throws
 */
export async function receiveBody(
  body: Readable,
  contentEncoding: string | null,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const layers = encodingsOf(contentEncoding);
  const iterator = body[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return new Uint8Array();
  const head: Uint8Array = first.value;
  // Some servers send an archive as it is, others name an encoding that they did not apply.
  const isGzip = gzipMagic.every((byte, index) => head[index] === byte);
  if (layers.length === 0 && isGzip) layers.push('gzip');
  if (layers.at(-1) === 'gzip' && !isGzip && head.length > 1) layers.pop();
  const received = followedBy(head, iterator);
  if (layers.length === 0) return collect(received, maxBytes);
  return decompress(
    received,
    layers.toReversed().map((layer) => decompressor(layer, head)),
    maxBytes,
  );
}

function encodingsOf(header: string | null): string[] {
  const layers = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((layer) => layer.trim().replace(/^x-/, ''))
    .filter((layer) => layer && layer !== 'identity');
  if (layers.length > maxLayers) throw new FeedError('network', 'compresses its answer more often than is sensible');
  return layers;
}

async function* followedBy(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

function decompressor(layer: string, head: Uint8Array): Transform {
  const lenient = { finishFlush: constants.Z_SYNC_FLUSH };
  if (layer === 'gzip') return createGunzip(lenient);
  // "deflate" is zlib's format by the specification and bare deflate by habit.
  if (layer === 'deflate') return ((head[0] ?? 0) & 0x0f) === 8 ? createInflate(lenient) : createInflateRaw(lenient);
  if (layer === 'br') return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
  if (layer === 'zstd') return createZstdDecompress({ finishFlush: constants.ZSTD_e_flush });
  throw new FeedError('network', `compresses its answer in a way that nobody asked for (${layer.slice(0, 20)})`);
}

async function decompress(
  source: AsyncIterable<Uint8Array>,
  layers: readonly Transform[],
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const end = new PassThrough();
  let failure: Error | null = null;
  pipeline([Readable.from(source), ...layers, end], (error) => {
    failure ??= error ?? null;
  });
  try {
    return await collect(end, maxBytes);
  } catch (error) {
    if (error instanceof FeedError) throw error;
    const cause = failure ?? error;
    if (!isZlibError(cause)) throw cause;
    throw new FeedError('network', 'sent compressed data that is damaged', { cause });
  } finally {
    end.destroy();
  }
}

function isZlibError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(?:Z_|ERR_?_?(?:BROTLI|ZSTD|ZLIB)|ZSTD_|ERR__ERROR_FORMAT|ERR_BROTLI)/.test(code);
}

/** The bytes stand alone in their buffer, so that it can be handed to another thread. */
async function collect(source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
