import type { Article } from './article.ts';
import type { Source } from './source.ts';
import type { Story } from './story.ts';

/** A sentence and where it comes from. */
export type Sentence = {
  readonly text: string;
  readonly language: string;
  /** Numbers of the sources that say so, from 1: {@link BriefSource.number}. Never empty. */
  readonly sources: readonly number[];
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
  readonly points: readonly Sentence[];
  readonly sources: readonly BriefSource[];
};

export type BriefMaterial = {
  readonly story: Story;
  readonly language: string;
  /** Newest last. At least one. */
  readonly articles: readonly (Article & { readonly copyOf: number | null; readonly source: Source })[];
};

/** The brief of a story for readers of a language in one server (null: outside of any); null when there is none. */
export type BriefOf = (storyId: number, language: string, guildId: string | null) => Promise<Brief | null>;
