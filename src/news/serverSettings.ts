import type { LiveSubscription } from './liveSubscription.ts';
import type { Muted } from './mute.ts';
import type { Presentation, Subscription } from './subscription.ts';

/** A channel or a role as one server knows it; in another one, the same name may mean another. */
export type Named = { readonly id: string; readonly name: string };

/** Everything that a server has set up, without what only this database knows: names and addresses instead of ids. */
export type ServerSettings = {
  /** BCP 47; null: not chosen. */
  readonly language: string | null;
  /** IANA; null: not chosen. */
  readonly timeZone: string | null;
  /** Where notices go; null: to a person. */
  readonly noticeChannel: Named | null;
  readonly sources: readonly SettingsSource[];
  /** Feeds of the catalogue that the server does not want. */
  readonly removedSources: readonly string[];
  readonly topics: readonly SettingsTopic[];
  readonly briefings: readonly SettingsBriefing[];
  readonly cards: readonly SettingsCards[];
  /** Of a word; of a source, with the address of its feed; of a topic, with its key. */
  readonly mutes: readonly Muted[];
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

/** What a channel gets, and of what. */
type InChannel = {
  readonly channel: Named;
  /** Keys of topics; with `ownTopics`, empty for top stories. */
  readonly topics: readonly string[];
  /** Names of topics of the server's own. */
  readonly ownTopics: readonly string[];
};

/** How a briefing looks: what is left out stays as it is, or is the usual. Files of earlier versions leave all of it out. */
type SettingsPresentation = Partial<Omit<Presentation, 'mentionRoleId'> & { readonly mentionRole: Named | null }>;

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
> &
  InChannel &
  SettingsPresentation;

/** A wish for live or breaking cards. */
export type SettingsCards = Pick<
  LiveSubscription,
  | 'kind'
  | 'language'
  | 'minOrigins'
  | 'withinMinutes'
  | 'perHour'
  | 'mentionsPerDay'
  | 'timeZone'
  | 'quiet'
  | 'isPaused'
> &
  InChannel & { readonly role: Named | null } & Partial<Pick<LiveSubscription, 'turns'>>;
