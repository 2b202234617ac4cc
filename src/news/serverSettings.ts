import type { Subscription } from './subscription.ts';

/** A channel as one server knows it; in another one, the same name may mean another. */
export type NamedChannel = { readonly id: string; readonly name: string };

/** Everything that a server has set up, without what only this database knows: names and addresses instead of ids. */
export type ServerSettings = {
  /** BCP 47; null: not chosen. */
  readonly language: string | null;
  /** IANA; null: not chosen. */
  readonly timeZone: string | null;
  /** Where notices go; null: to a person. */
  readonly noticeChannel: NamedChannel | null;
  readonly sources: readonly SettingsSource[];
  /** Feeds of the catalogue that the server does not want. */
  readonly removedSources: readonly string[];
  readonly topics: readonly SettingsTopic[];
  readonly briefings: readonly SettingsBriefing[];
};

/** A source of the server's own. */
type SettingsSource = {
  /** Of its feed. */
  readonly url: string;
  readonly title: string;
  readonly site: string | null;
  /** BCP 47, or `und`. */
  readonly language: string;
  /** Keys of the topics that everything in it is about. */
  readonly topics: readonly string[];
};

/** A topic of the server's own. */
type SettingsTopic = {
  readonly name: string;
  /** As people type it; null: only by sources. */
  readonly query: string | null;
  /** Feeds of which everything belongs to it. */
  readonly sources: readonly string[];
};

export type SettingsBriefing = Pick<
  Subscription,
  | 'times'
  | 'weekdays'
  | 'everyMinutes'
  | 'timeZone'
  | 'language'
  | 'maxStories'
  | 'minOrigins'
  | 'quiet'
  | 'whenEmpty'
  | 'isPaused'
> & {
  readonly channel: NamedChannel;
  /** Keys of topics; with `ownTopics`, empty for top stories. */
  readonly topics: readonly string[];
  /** Names of topics of the server's own. */
  readonly ownTopics: readonly string[];
};
