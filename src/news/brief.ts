import type { Article } from './article.ts';
import type { Source } from './source.ts';
import type { Story } from './story.ts';

/** A sentence as it stands in a source: what somebody sees who asks where a sentence of a brief comes from. */
export type Receipt = {
  /** {@link BriefSource.number}. */
  readonly source: number;
  /** Word for word. */
  readonly text: string;
};

/** A sentence of a brief. */
export type Sentence = {
  readonly text: string;
  readonly language: string;
  /** Numbers of the sources that say so, from 1: {@link BriefSource.number}. Never empty. */
  readonly sources: readonly number[];
  /** What it rests on, at least one. An extracted sentence is its own first receipt. */
  readonly receipts: readonly Receipt[];
  /** A model has put it into its own words; it has passed the check. */
  readonly isRewritten: boolean;
};

/** The headed parts of a brief, in the order in which it has them. */
export const sectionKinds = ['happened', 'reactions', 'counterview', 'background', 'outlook', 'unknown'] as const;
export type SectionKind = (typeof sectionKinds)[number];
export type Section = { readonly kind: SectionKind; readonly sentences: readonly Sentence[] };

/** A figure that the story turns on, as its source writes it, and the words around it that say what it counts. */
type KeyFigure = { readonly figure: string; readonly sentence: Sentence };

/** Word for word, by that speaker. */
export type BriefQuotation = {
  readonly text: string;
  readonly speaker: string;
  readonly language: string;
  readonly source: number;
};

/** What happened when, as sources tell it: `date` is a day (`2026-11-23`), a month (`2026-11`) or a year. */
type TimelineEntry = { readonly date: string; readonly sentence: Sentence };

/** What sources say differently: the same quantity with different values, or opposed statements about one act. */
export type Disagreement = {
  readonly kind: 'figure' | 'statement';
  /** At least two, of different origins, or of different parties that one source names, the oldest first. */
  readonly sides: readonly { readonly figure: string | null; readonly sentence: Sentence; readonly at: Date }[];
};

export type BriefSource = {
  /** From 1, in the order in which the brief lists them. */
  readonly number: number;
  readonly articleId: number;
  readonly outlet: string;
  readonly country: string | null;
  readonly language: string;
  readonly title: string;
  readonly url: string;
  readonly publishedAt: Date;
  /** The number of the source whose text this one repeats, or null. */
  readonly copyOf: number | null;
};

/** The text of a brief, in the order of reading: what a writer says in whole sentences. */
export function sentencesOfText({ standfirst, opening, sections }: Pick<Brief, 'standfirst' | 'opening' | 'sections'>) {
  return [...standfirst, ...(opening ? [opening] : []), ...sections.flatMap(({ sentences }) => sentences)];
}

/** What we write about one story, for readers of one language. */
export type Brief = {
  readonly storyId: number;
  /** The readers' language: it decides which sources speak first. */
  readonly language: string;
  readonly storyVersion: number;
  /** How it was made, for the notice: `extractive`, or the name of a model. */
  readonly writer: string;
  readonly headline: string;
  /** The original that the headline links to. */
  readonly url: string;
  readonly imageUrl: string | null;
  /** One or two sentences that a busy person could stop after; empty when the sources hold only a headline. */
  readonly standfirst: readonly Sentence[];
  /** With which the full form begins below the standfirst, where the sources hold one that says more; else null. */
  readonly opening: Sentence | null;
  /** Those that the sources hold something for, each with at least one sentence. */
  readonly sections: readonly Section[];
  readonly figures: readonly KeyFigure[];
  readonly quotations: readonly BriefQuotation[];
  /** The oldest first; empty unless at least two dates are told. */
  readonly timeline: readonly TimelineEntry[];
  readonly disagreements: readonly Disagreement[];
  readonly sources: readonly BriefSource[];
};

export type BriefMaterial = {
  readonly story: Story;
  readonly language: string;
  /** Newest last. At least one. */
  readonly articles: readonly (Article & { readonly copyOf: number | null; readonly source: Source })[];
  /** The newest article that the readers had: what it and earlier ones told is not told again. */
  readonly knownArticleId?: number;
};

/** The brief of a story for readers of a language in one server (null: outside of any); null when there is none. */
export type BriefOf = (storyId: number, language: string, guildId: string | null) => Promise<Brief | null>;
