import { z } from 'zod';
import type { Embed } from '../news/outside.ts';

/** An address that speaks OpenAI's embeddings protocol: a provider's, or Ollama's on the own machine. */
export type EmbeddingsService = {
  /** Up to and without `/embeddings`. */
  readonly baseUrl: string;
  readonly model: string;
  /** Null: none is sent. */
  readonly apiKey: string | null;
};

const mostDimensions = 8_192;
const mostBytes = 50_000_000;
const answerSchema = z.object({
  data: z.array(z.object({ index: z.int().nonnegative(), embedding: z.array(z.number()).min(2).max(mostDimensions) })),
});

/**
 * Asks a service for the embeddings of texts.
 *
 * @see https://platform.openai.com/docs/api-reference/embeddings/create
 */
export function createEmbed({ baseUrl, model, apiKey }: EmbeddingsService): Embed {
  return async (texts, signal) => {
    const response = await fetch(`${baseUrl}/embeddings`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({ model, input: texts, encoding_format: 'float' }),
      // Another host would get the key and the texts.
      redirect: 'error',
      signal,
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`The embeddings service answers ${response.status}${adviceFor(response.status)}`);
    }
    return vectorsIn(await readText(response), texts.length);
  };
}

function adviceFor(status: number): string {
  if (status === 401 || status === 403) return ': check EMBEDDINGS_API_KEY.';
  if (status === 404) return ': check EMBEDDINGS_BASE_URL and EMBEDDINGS_MODEL.';
  return '.';
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw new Error(`The embeddings service answers more than ${mostBytes / 1_000_000} MB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function vectorsIn(answer: string, count: number): Float32Array[] {
  const { data } = answerSchema.safeParse(parsed(answer)).data ?? { data: [] };
  const byIndex = new Map(data.map(({ index, embedding }) => [index, Float32Array.from(embedding)]));
  const vectors = Array.from({ length: count }, (_, index) => byIndex.get(index));
  const length = vectors[0]?.length;
  if (!vectors.every((vector) => vector !== undefined && vector.length === length)) {
    throw new Error('The embeddings service answers something else than one embedding for each text.');
  }
  return vectors as Float32Array[];
}

function parsed(answer: string): unknown {
  try {
    return JSON.parse(answer);
  } catch {
    return null;
  }
}
