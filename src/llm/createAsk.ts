import { setTimeout as sleep } from 'node:timers/promises';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { APICallError, generateText } from 'ai';
import { type ModelAnswer, modelAnswer } from './modelAnswer.ts';
import type { Prompt } from './promptOf.ts';

/** How a model is reached: any address that speaks OpenAI's chat completions. */
export type ModelAddress = {
  /** With the version: `http://localhost:11434/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** Null for servers that need none. */
  readonly apiKey: string | null;
};

export type ModelErrorReason = 'timeout' | 'overloaded' | 'refused' | 'network' | 'answer';

/** Why a model gave no answer that can be used. `message` is one line for an administrator and holds no key. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly reason: ModelErrorReason;
  /** Tokens that the attempts are known, or must be thought, to have cost. */
  readonly tokens: number;

  constructor(reason: ModelErrorReason, message: string, tokens: number) {
    super(message);
    this.reason = reason;
    this.tokens = tokens;
  }
}

/**
 * Asks a model for a brief.
 *
 * @throws ModelError  and nothing else
 */
export type Ask = (prompt: Prompt, signal: AbortSignal) => Promise<{ answer: ModelAnswer; tokens: number }>;

export const mostAnswerTokens = 4_000;
const attempts = 3;
const longestWaitMs = 20_000;

/**
 * @param attemptMs  how long one attempt may take
 * @param pauseMs  before the second attempt; the third waits twice as long, each up to half as much more by chance
 */
export function createAsk(
  { baseUrl, model, apiKey }: ModelAddress,
  { attemptMs = 60_000, pauseMs = 1_000 }: { attemptMs?: number; pauseMs?: number } = {},
): Ask {
  // Some servers know no JSON mode, or another one: they refuse it once and are not asked for it again.
  let hasJsonMode = true;
  const provider = createOpenAICompatible({
    name: 'model',
    baseURL: baseUrl,
    ...(apiKey === null ? {} : { apiKey }),
    transformRequestBody: (body) => (hasJsonMode ? { ...body, response_format: { type: 'json_object' } } : body),
  });
  const languageModel = provider.chatModel(model);

  const askOnce = async (prompt: Prompt, signal: AbortSignal): Promise<Outcome> => {
    try {
      const { text, usage } = await generateText({
        model: languageModel,
        instructions: prompt.instructions,
        prompt: prompt.data,
        temperature: 0.2,
        maxOutputTokens: mostAnswerTokens,
        maxRetries: 0,
        abortSignal: AbortSignal.any([signal, AbortSignal.timeout(attemptMs)]),
      });
      const parsed = modelAnswer.safeParse(jsonIn(text));
      const tokens = usage.totalTokens ?? tokensOf(prompt, text);
      return parsed.success ? { answer: parsed.data, tokens } : { reason: 'answer', tokens };
    } catch (error) {
      return problemOf(error, prompt);
    }
  };

  return async (prompt, signal) => {
    let spent = 0;
    for (let attempt = 1; ; attempt++) {
      const outcome = await askOnce(prompt, signal);
      spent += outcome.tokens;
      if ('answer' in outcome) return { answer: outcome.answer, tokens: spent };
      const { reason, status, waitMs = pauseMs * attempt * (1 + Math.random() / 2) } = outcome;
      const mayBeJsonMode = hasJsonMode && status === 400;
      if (mayBeJsonMode) hasJsonMode = false;
      const isHopeless = (reason === 'refused' && !mayBeJsonMode) || signal.aborted || waitMs > longestWaitMs;
      if (attempt === attempts || isHopeless) {
        throw new ModelError(reason, sentenceOf(reason, { baseUrl, model, status }), spent);
      }
      await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    }
  };
}

type Failure = { readonly reason: ModelErrorReason; readonly status?: number; readonly waitMs?: number };
type Outcome = { readonly tokens: number } & (Failure | { readonly answer: ModelAnswer });

/** The object in an answer that may be fenced, or thought aloud before. */
function jsonIn(text: string): unknown {
  const said = text.replace(/<think>.*?<\/think>/gs, '');
  try {
    return JSON.parse(said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1));
  } catch {
    return null;
  }
}

function problemOf(error: unknown, prompt: Prompt): Failure & { tokens: number } {
  // Who stops listening, or can't read what comes, is charged all the same.
  const charged = tokensOf(prompt, '');
  if (error instanceof Error && /^(?:AbortError|TimeoutError)$/.test(error.name)) {
    return { reason: 'timeout', tokens: charged };
  }
  if (!APICallError.isInstance(error)) return { reason: 'answer', tokens: charged };
  const { statusCode: status = 0, responseHeaders } = error;
  if (status === 0) return { reason: 'network', tokens: 0 };
  if (status < 400) return { reason: 'answer', tokens: charged };
  if (status !== 408 && status !== 429 && status < 500) return { reason: 'refused', status, tokens: 0 };
  const seconds = Number(responseHeaders?.['retry-after']);
  return { reason: 'overloaded', status, tokens: 0, ...(seconds > 0 ? { waitMs: seconds * 1_000 } : {}) };
}

/** About how many tokens a prompt and its answer are, on the side of many. */
export function tokensOf({ instructions, data }: Prompt, answer: string): number {
  return Math.ceil(Buffer.byteLength(instructions + data + answer) / 3);
}

function sentenceOf(
  reason: ModelErrorReason,
  { baseUrl, model, status }: { baseUrl: string; model: string; status: number | undefined },
): string {
  switch (reason) {
    case 'timeout':
      return `The language model ${model} did not answer in time.`;
    case 'overloaded':
      return `The language model at ${baseUrl} is overloaded or has a fault (${status}).`;
    case 'refused':
      return `The server at ${baseUrl} refuses the request (${status}): check LLM_API_KEY and LLM_MODEL (${model}).`;
    case 'network':
      return `The server at ${baseUrl} can’t be reached: check LLM_BASE_URL.`;
    case 'answer':
      return `The language model ${model} did not answer in the form that was asked for.`;
  }
}
