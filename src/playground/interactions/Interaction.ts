import type {
  APIApplicationCommandOptionChoice,
  APIInteraction,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  InteractionResponseType,
} from 'discord-api-types/v10';

/** What an interaction began on. */
export type InteractionOrigin = { source?: APIMessage | undefined; trigger?: Interaction | undefined };

/** One interaction from its start to the end of its token (interactions/receiving-and-responding). */
export class Interaction {
  readonly payload: APIInteraction;
  readonly userId: string;
  readonly startedAt: number;
  /** The message that a component sits on. */
  readonly source: APIMessage | undefined;
  /** What the modal came from, of a modal's submission. */
  readonly trigger: Interaction | undefined;
  /** How the bot acknowledged it, once it has. */
  acknowledged: InteractionResponseType | undefined;
  /** Its token is void before it was answered. */
  expired = false;
  /** The message that `@original` names. */
  originalId: string | undefined;
  /** A deferred answer has been filled in, or another kind of answer was given. */
  answered = false;
  followupIds: string[] = [];
  /** How many followups were sent, deleted ones too. */
  followupsSent = 0;
  choices: APIApplicationCommandOptionChoice[] | undefined;
  modal: APIModalInteractionResponseCallbackData | undefined;
  readonly #watchers = new Set<() => void>();

  constructor(payload: APIInteraction, userId: string, startedAt: number, from: InteractionOrigin = {}) {
    this.payload = payload;
    this.userId = userId;
    this.startedAt = startedAt;
    this.source = from.source;
    this.trigger = from.trigger;
  }

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Nobody can answer any more. */
  expire(): void {
    this.expired = true;
    this.changed();
  }

  /** Tells those who wait that something changed. */
  changed(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}
