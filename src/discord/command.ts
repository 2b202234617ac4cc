import {
  ApplicationCommandType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type InteractionReplyOptions,
  type MessageContextMenuCommandInteraction,
  type MessageFlags,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { BriefOf } from '../news/brief.ts';
import type { BriefingFor, JudgeStory } from '../news/briefing.ts';
import type { FindFeeds, ReadFeed, ReadPage } from '../news/outside.ts';
import type { ReadSourceList, WriteSourceList } from '../news/sourceList.ts';
import type { Db } from '../store/openStore.ts';
import type { OpenDirect } from './createSendDirect.ts';
import type { FetchAttachment } from './fetchAttachment.ts';
import type { Say } from './languages/index.ts';
import type { Message } from './renderBriefing.ts';

/** Something that a person may be told as it is. Thrown anywhere, shown in one place: `handleInteraction`. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** What the host has set that people may want to know. */
type HostSettings = {
  /** How long articles, briefings and notices are kept. */
  readonly articleDays: number;
  /** The model that retells briefs, if any, and how many tokens it may cost on a day (UTC). */
  readonly languageModel: { readonly model: string; readonly dailyTokens: number } | null;
};

/** What a command works with. */
export type CommandContext = {
  readonly db: Db;
  readonly now: () => Date;
  /** The asker's language (BCP 47), one that Tidings speaks, and the voice for it. */
  readonly language: string;
  readonly say: Say;
  /** Where it was asked: it decides which sources are read. Null in direct messages. */
  readonly guildId: string | null;
  /** How to type a command, clickable: `/help` or `</help:123>`. */
  readonly mention: (command: string) => string;
  readonly briefOf: BriefOf;
  readonly briefingFor: BriefingFor;
  readonly judgeStory: JudgeStory;
  /** Finds the feeds of a site that somebody wants to add, and tries the feeds of a list. */
  readonly findFeeds: FindFeeds;
  readonly readFeed: ReadFeed;
  /** Reads a page that somebody asks about. */
  readonly readPage: ReadPage;
  readonly host: HostSettings;
  readonly fetchAttachment: FetchAttachment;
  readonly openDirect: OpenDirect;
  readonly readSourceList: ReadSourceList;
  readonly writeSourceList: WriteSourceList;
  /** Shows how far an answer that takes time has come. */
  readonly tell: (progress: Message) => void;
};

/** An answer. Only the asker sees it, unless it is for the channel. */
export type Reply = Message & {
  readonly files?: InteractionReplyOptions['files'];
  readonly forChannel?: boolean;
  /** It consists of components of the new kind, and holds neither content nor embeds. */
  readonly flags?: MessageFlags.IsComponentsV2;
};

export type Choice = { readonly name: string; readonly value: string };

/** One file in `commands/`, named after the command, as its default export. */
export type Command = SlashCommand | MessageCommand;

/** A command that is typed. */
export type SlashCommand = {
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** True when answering may take longer than a glance at the store: Discord is told to wait. */
  readonly takesTime?: boolean;
  execute(interaction: ChatInputCommandInteraction, context: CommandContext): Promise<Reply>;
  autocomplete?(interaction: AutocompleteInteraction, context: CommandContext): Promise<readonly Choice[]>;
};

/** A command in the menu of every message (*Apps*). */
export type MessageCommand = {
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody & { readonly type: ApplicationCommandType.Message };
  readonly takesTime?: boolean;
  execute(interaction: MessageContextMenuCommandInteraction, context: CommandContext): Promise<Reply>;
};

export function isMessageCommand(command: Command): command is MessageCommand {
  return command.data.type === ApplicationCommandType.Message;
}
