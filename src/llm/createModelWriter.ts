import { createHash } from 'node:crypto';
import { type Checked, passCheck } from '../briefs/passCheck.ts';
import { type Brief, type Receipt, type Section, type Sentence, sectionKinds, sentencesOfText } from '../news/brief.ts';
import type { Report, WriteBrief } from '../news/outside.ts';
import { sameLanguage } from '../text/language.ts';
import { CircuitBreaker } from './CircuitBreaker.ts';
import { type Ask, ModelError, mostAnswerTokens, tokensOf } from './createAsk.ts';
import { createQueue } from './createQueue.ts';
import { type ModelAnswer, modelAnswer } from './modelAnswer.ts';
import { oneLine } from './oneLine.ts';
import { type Prompt, promptOf } from './promptOf.ts';

/** What is kept of asking a model. */
export type ModelMemory = {
  /** Tokens of the day (UTC) of `at`. */
  spentOn(at: Date): Promise<number>;
  recordCall(call: { at: Date; tokens: number; hasFailed: boolean }): Promise<void>;
  /** JSON, as it was kept. */
  findAnswer(key: string): Promise<string | null>;
  keepAnswer(key: string, answer: string, at: Date): Promise<void>;
};

type Options = {
  readonly model: string;
  readonly ask: Ask;
  /** The writer whose brief goes out when the model's can't. */
  readonly extractive: WriteBrief;
  readonly memory: ModelMemory;
  readonly dailyTokens: number;
  readonly now: () => Date;
  readonly report: Report;
  /** Ends what is under way when the process stops. */
  readonly stopping?: AbortSignal;
  /** How long a brief may wait for the model: in the queue, and for its answer. */
  readonly deadlineMs?: number;
};

/** Raised with every change of the prompt or of how its answer is read. */
const edition = 1;
/** Below this a model has nothing to retell. */
const fewestSentences = 4;

/**
 * A writer that lets a language model retell the extractive brief's sentences, in the readers' language, checks every one of
 * them, and falls back to the extractive brief: when the model fails or is too slow, when the day's tokens are spent, and
 * when too much of what it wrote does not follow from the sources. It never throws for the model's sake.
 */
export function createModelWriter(options: Options): WriteBrief {
  const { extractive, report, stopping, deadlineMs = 90_000, model } = options;
  const answerFor = createAnswerFor(options);

  return async (material) => {
    const plain = await extractive(material);
    const prompt = promptOf(material, plain.sources);
    if (prompt.receipts.size < fewestSentences) return plain;
    const deadline = AbortSignal.timeout(deadlineMs);
    const signal = stopping ? AbortSignal.any([deadline, stopping]) : deadline;
    try {
      const answer = await answerFor(prompt, material.language, signal);
      if (!answer) return plain;
      const checked = passCheck(retold(plain, answer, prompt.receipts, model), material);
      return isSound(checked) ? checked.brief : plain;
    } catch (error) {
      const { storyId } = plain;
      if (!stopping?.aborted) report('A language model could not write a brief', { storyId, error: reasonOf(error) });
      return plain;
    }
  };
}

/** What the model once answered to the same, or answers now; null when it must not be asked. */
function createAnswerFor({ model, ask, memory, dailyTokens, now, report }: Options) {
  const inTurn = createQueue();
  const breaker = new CircuitBreaker(now);
  let toldOn = '';

  const mayAsk = async (prompt: Prompt) => {
    if (breaker.isOpen) return false;
    const worst = tokensOf(prompt, '') + mostAnswerTokens;
    if ((await memory.spentOn(now())) + worst <= dailyTokens) return true;
    const day = now().toISOString().slice(0, 10);
    if (toldOn !== day) report('The tokens of the day are spent: briefs stay extractive (LLM_DAILY_TOKENS)', { model });
    toldOn = day;
    return false;
  };

  const askNow = async (prompt: Prompt, signal: AbortSignal) => {
    try {
      const { answer, tokens } = await ask(prompt, signal);
      breaker.succeeded();
      await memory.recordCall({ at: now(), tokens, hasFailed: false });
      return answer;
    } catch (error) {
      breaker.failed();
      const tokens = error instanceof ModelError ? error.tokens : 0;
      await memory.recordCall({ at: now(), tokens, hasFailed: true });
      throw error;
    }
  };

  return async (prompt: Prompt, language: string, signal: AbortSignal): Promise<ModelAnswer | null> => {
    const key = createHash('sha256')
      .update(JSON.stringify([edition, model, language, prompt.data]))
      .digest('hex');
    return inTurn(async () => {
      const kept = modelAnswer.safeParse(parsedJson(await memory.findAnswer(key)));
      if (kept.success) return kept.data;
      if (!(await mayAsk(prompt))) return null;
      const answer = await askNow(prompt, signal);
      await memory.keepAnswer(key, JSON.stringify(answer), now());
      return answer;
    }, signal);
  };
}

/**
 * The extractive brief with a model's sentences for its own; those that cite numbers that there are not stay uncited. Its
 * opening stays where the model tells nothing of that.
 */
function retold(plain: Brief, answer: ModelAnswer, receipts: ReadonlyMap<number, Receipt>, model: string): Brief {
  const languageOf = new Map(plain.sources.map(({ number, language }) => [number, language]));
  const written = new Set<string>();
  const sentencesOf = (answered: ModelAnswer['standfirst']): Sentence[] =>
    answered.flatMap(({ text, ids }) => {
      const clean = cleaned(text);
      if (clean === '' || written.has(clean)) return [];
      written.add(clean);
      const known = [...new Set(ids)].map((id) => receipts.get(id));
      const cited = known.some((receipt) => !receipt) ? [] : known.map((receipt) => receipt!);
      const own = cited.find((receipt) => oneLine(receipt.text) === clean);
      return {
        text: own?.text ?? clean,
        language: own ? languageOf.get(own.source)! : plain.language,
        sources: [...new Set(cited.map(({ source }) => source))].sort((a, b) => a - b),
        receipts: own ? [own, ...cited.filter((receipt) => receipt !== own)] : cited,
        isRewritten: !own,
      };
    });
  const standfirst = sentencesOf(answer.standfirst);
  const sections = sectionKinds.flatMap((kind): Section[] => {
    const sentences = answer.sections.flatMap((section) =>
      section.kind === kind ? sentencesOf(section.sentences) : [],
    );
    return sentences.length > 0 ? [{ kind, sentences }] : [];
  });
  const told = new Set(
    sentencesOfText({ standfirst, opening: null, sections }).flatMap(({ receipts }) =>
      receipts.map(({ text }) => text),
    ),
  );
  const opening = plain.opening && !told.has(plain.opening.text) ? plain.opening : null;
  return { ...plain, writer: model, standfirst, opening, sections };
}

/** Whether most of what the model wrote stands, and enough to call the brief its own. */
function isSound({ brief, rewritten, failed }: Checked): boolean {
  const hasReadable = brief.standfirst.some(({ language }) => sameLanguage(language, brief.language));
  return hasReadable && rewritten > 0 && rewritten >= failed;
}

/** Without numbers of sources that the model wrote itself. */
function cleaned(text: string): string {
  return oneLine(text).replace(/\s?\[\d+(?:\s?[,–-]\s?\d+)*\]/gu, '');
}

function parsedJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof ModelError) return error.message;
  if (error instanceof Error && error.name === 'TimeoutError') return 'Its turn did not come in time.';
  return error instanceof Error ? error.name : 'unknown';
}
