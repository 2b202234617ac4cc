import { setTimeout as sleep } from 'node:timers/promises';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { APICallError, generateText, NoObjectGeneratedError, Output } from 'ai';
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
  const provider = createOpenAICompatible({ name: 'model', baseURL: baseUrl, ...(apiKey === null ? {} : { apiKey }) });
  const languageModel = provider.chatModel(model);

  const askOnce = async ({ instructions, data }: Prompt, signal: AbortSignal) => {
    const { output, usage } = await generateText({
      model: languageModel,
      instructions,
      prompt: data,
      output: Output.json(),
      temperature: 0.2,
      maxOutputTokens: mostAnswerTokens,
      maxRetries: 0,
      abortSignal: AbortSignal.any([signal, AbortSignal.timeout(attemptMs)]),
    });
    return { output, tokens: usage.totalTokens };
  };

  return async (prompt, signal) => {
    let spent = 0;
    for (let attempt = 1; ; attempt++) {
      const problem = await askOnce(prompt, signal).then(
        ({ output, tokens }) => {
          spent += tokens ?? tokensOf(prompt, JSON.stringify(output));
          const parsed = modelAnswer.safeParse(output);
          return parsed.success ? parsed.data : { reason: 'answer' as const, waitMs: null };
        },
        (error: unknown) => {
          const { tokens, ...problem } = problemOf(error, prompt);
          spent += tokens;
          return problem;
        },
      );
      if ('standfirst' in problem) return { answer: problem, tokens: spent };
      const isLast = attempt === attempts || problem.reason === 'refused' || signal.aborted;
      const waitMs = problem.waitMs ?? pauseMs * attempt * (1 + Math.random() / 2);
      if (isLast || waitMs > longestWaitMs)
        throw new ModelError(problem.reason, sentenceOf(problem.reason, baseUrl, model), spent);
      await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    }
  };
}

type Problem = { readonly reason: ModelErrorReason; readonly waitMs: number | null };

function problemOf(error: unknown, prompt: Prompt): Problem & { tokens: number } {
  if (NoObjectGeneratedError.isInstance(error)) {
    const tokens = error.usage?.totalTokens ?? tokensOf(prompt, error.text ?? '');
    return { reason: 'answer', waitMs: null, tokens };
  }
  if (APICallError.isInstance(error)) {
    const { statusCode = 0, responseHeaders } = error;
    if (statusCode === 200) return { reason: 'answer', waitMs: null, tokens: tokensOf(prompt, '') };
    if (statusCode === 0) return { reason: 'network', waitMs: null, tokens: 0 };
    if (statusCode !== 408 && statusCode !== 429 && statusCode < 500)
      return { reason: 'refused', waitMs: null, tokens: 0 };
    const seconds = Number(responseHeaders?.['retry-after']);
    return { reason: 'overloaded', waitMs: seconds > 0 ? seconds * 1_000 : null, tokens: 0 };
  }
  if (error instanceof Error && /^(?:AbortError|TimeoutError)$/.test(error.name)) {
    // Who stops listening is charged all the same.
    return { reason: 'timeout', waitMs: null, tokens: tokensOf(prompt, '') };
  }
  return { reason: 'answer', waitMs: null, tokens: tokensOf(prompt, '') };
}

/** About how many tokens a prompt and its answer are, on the side of many. */
export function tokensOf({ instructions, data }: Prompt, answer: string): number {
  return Math.ceil(Buffer.byteLength(instructions + data + answer) / 3);
}

function sentenceOf(reason: ModelErrorReason, baseUrl: string, model: string): string {
  switch (reason) {
    case 'timeout':
      return `The language model ${model} did not answer in time.`;
    case 'overloaded':
      return `The language model at ${baseUrl} is overloaded or has a fault.`;
    case 'refused':
      return `The server at ${baseUrl} refuses the request: check LLM_API_KEY and LLM_MODEL (${model}).`;
    case 'network':
      return `The server at ${baseUrl} can’t be reached: check LLM_BASE_URL.`;
    case 'answer':
      return `The language model ${model} did not answer in the form that was asked for.`;
  }
}
