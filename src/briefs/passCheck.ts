import {
  type Brief,
  type BriefMaterial,
  type BriefSource,
  type Disagreement,
  type Receipt,
  type Sentence,
  sentencesOfText,
} from '../news/brief.ts';
import { sameLanguage } from '../text/language.ts';
import { type Cited, checkSentence, type Fault } from './check.ts';

/** A brief of which every sentence stands, and what became of those that did not. */
export type Checked = {
  readonly brief: Brief;
  /** Sentences in a model's own words that stand. */
  readonly rewritten: number;
  /** Sentences that did not, and what was wrong with them. */
  readonly failed: number;
  readonly faults: readonly Fault[];
};

type Article = BriefMaterial['articles'][number];
type Verdict = { readonly isRewritten: boolean; readonly faults: readonly Fault[]; readonly sentence: Sentence | null };

/**
 * Lets a brief say only what its sources do. Receipts must stand word for word in their articles, and so must sentences
 * that nobody rewrote; rewritten ones must pass {@link checkSentence}. One that fails is replaced by the sentence that it
 * cites first, or left out where the brief has that already or it cites nothing.
 */
export function passCheck(brief: Brief, { articles }: Pick<BriefMaterial, 'articles'>): Checked {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const sources = new Map<number, { source: BriefSource; article: Article; text: string }>();
  for (const source of brief.sources) {
    const article = byId.get(source.articleId);
    if (article) sources.set(source.number, { source, article, text: spaced(wholeText(article)) });
  }
  const holds = ({ source, text }: Receipt) =>
    text !== '' && (sources.get(source)?.text.includes(spaced(text)) ?? false);
  const citedOf = ({ source, text }: Receipt): Cited => {
    const { language, publishedAt } = sources.get(source)!.article;
    return { text, language, publishedAt };
  };

  const told = new Set(sentencesOfText(brief).map(({ text }) => text));
  const verdicts: Verdict[] = [];
  const replacementOf = (receipts: readonly Receipt[]): Sentence | null => {
    const receipt = receipts.find(({ text }) => !told.has(text));
    if (!receipt) return null;
    told.add(receipt.text);
    const { language } = sources.get(receipt.source)!.article;
    return { text: receipt.text, language, sources: [receipt.source], receipts: [receipt], isRewritten: false };
  };
  const faultsOf = (sentence: Sentence, receipts: readonly Receipt[]): readonly Fault[] => {
    const isWhole =
      receipts.length === sentence.receipts.length && sentence.sources.every((number) => sources.has(number));
    if (!isWhole || receipts.length === 0) return [{ kind: 'no source', what: sentence.text.slice(0, 40) }];
    if (sentence.isRewritten) {
      const isReaders = sameLanguage(sentence.language, brief.language);
      return isReaders
        ? checkSentence(sentence, receipts.map(citedOf))
        : [{ kind: 'language', what: sentence.language }];
    }
    const isQuoted = receipts.some(({ text }) => spaced(text) === spaced(sentence.text));
    return isQuoted ? [] : [{ kind: 'quotation', what: sentence.text.slice(0, 40) }];
  };
  const judge = (sentence: Sentence, replace: boolean): Sentence[] => {
    const receipts = sentence.receipts.filter(holds);
    const faults = faultsOf(sentence, receipts);
    const standing = faults.length === 0 ? sentence : replace ? replacementOf(receipts) : null;
    verdicts.push({ isRewritten: sentence.isRewritten, faults, sentence: standing });
    return standing ? [standing] : [];
  };
  const stands = (sentence: Sentence) => judge(sentence, false).length > 0;

  const checked: Brief = {
    ...brief,
    ...headlineOf(brief),
    standfirst: brief.standfirst.flatMap((sentence) => judge(sentence, true)),
    opening: (brief.opening && judge(brief.opening, true)[0]) ?? null,
    sections: brief.sections
      .map(({ kind, sentences }) => ({ kind, sentences: sentences.flatMap((sentence) => judge(sentence, true)) }))
      .filter(({ sentences }) => sentences.length > 0),
    figures: brief.figures.filter(({ figure, sentence }) => sentence.text.includes(figure) && stands(sentence)),
    quotations: brief.quotations.filter(
      ({ source, text, speaker }) => holds({ source, text }) && holds({ source, text: speaker }),
    ),
    timeline: brief.timeline.filter(({ sentence }) => stands(sentence)),
    disagreements: brief.disagreements.filter(({ sides }: Disagreement) =>
      sides.every(({ sentence }) => stands(sentence)),
    ),
  };
  const failed = verdicts.filter(({ faults }) => faults.length > 0);
  return {
    brief: checked,
    rewritten: verdicts.filter(({ isRewritten, faults }) => isRewritten && faults.length === 0).length,
    failed: failed.length,
    faults: failed.flatMap(({ faults }) => faults),
  };
}

/** The headline is a source's, and the link leads to it. */
function headlineOf({ headline, url, sources }: Brief): Pick<Brief, 'headline' | 'url'> {
  const own = sources.find((source) => source.title === headline && source.url === url) ?? sources[0];
  return own ? { headline: own.title, url: own.url } : { headline, url };
}

function wholeText({ title, summary, text }: Article): string {
  return `${title}\n${summary}\n${text}`;
}

function spaced(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
