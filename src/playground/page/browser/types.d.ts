import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';

/** Who reacted with an emoji; `users` are the first of them. */
export type Reaction = { emoji: string; count: number; me: boolean; users: string[] };

export type Message = Omit<APIMessage, 'reactions'> & {
  command?: string;
  reactions?: Reaction[];
  /** Shown only here: what the person has just done and the bot has not answered yet, or never will. */
  local?: 'waiting' | 'silent' | 'refused';
};

export type Channel = {
  id: string;
  type: number;
  guild_id?: string;
  name?: string;
  topic?: string | null;
  position?: number;
  parent_id?: string | null;
  permissions: string;
  last_message_id?: string | null;
  owner_id?: string;
  message_count?: number;
  applied_tags?: string[];
  available_tags?: { id: string; name: string }[];
  recipients?: { id: string }[];
};

type Guild = {
  id: string;
  name: string;
  owner_id: string;
  permissions: string;
  preferred_locale: string;
  roles: { id: string; name: string; color: number }[];
  members: { user_id: string; nick: string | null; roles: string[] }[];
};

/** Whoever wrote something: a person, a bot, or a webhook under a name of its own. */
export type Author = { id: string; username: string; global_name?: string | null };

export type User = { id: string; username: string; global_name: string | null; bot: boolean };

export type RequestLine = { method: string; path: string; status: number; ms: number; at: number; fault?: string };

type Status = { online: boolean; outageUntil: number | null };

export type State = Status & {
  me: string;
  /** I installed the application for myself. */
  installed: boolean;
  people: { id: string; administrator: boolean }[];
  bot: string;
  application: { id: string; name: string };
  users: User[];
  guilds: Guild[];
  channels: Channel[];
  commands: APIApplicationCommand[];
  actions: { id: string; label: string }[];
  requests: RequestLine[];
};

type OptionValue = string | number | boolean;
type Typed = {
  command: string;
  subcommand?: string;
  options?: Record<string, OptionValue>;
  channelId: string;
};

/** A command as it stands in the message box, with the files that it takes by option. */
export type Filled = Typed & { files: Record<string, File> };

export type Act =
  | ({ kind: 'command'; files?: Record<string, string> } & Typed)
  | ({ kind: 'autocomplete'; focused: string } & Typed)
  | { kind: 'userCommand'; command: string; userId: string; channelId: string }
  | { kind: 'messageCommand'; command: string; messageId: string }
  | { kind: 'press'; messageId: string; customId: string }
  | { kind: 'select'; messageId: string; customId: string; values: string[] }
  | { kind: 'submit'; modal: string; values: Record<string, string | string[]> }
  | { kind: 'write'; channelId: string; content: string }
  | { kind: 'react'; messageId: string; emoji: string; on: boolean }
  | { kind: 'openDm' }
  | { kind: 'dismiss'; messageId: string };

export type Modal = APIModalInteractionResponseCallbackData & { key: string };

export type Outcome = {
  problem?: string;
  /** The bot did not answer. */
  silent?: boolean;
  choices?: APIApplicationCommandOptionChoice[];
  modal?: Modal;
  channelId?: string;
};
