import { type FieldFault, nestedFaults } from './checks/FieldFault.ts';

/** An answer of Discord's error form (reference, "Error Messages"). */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: object | undefined;
  /** Of a 429: when to come back. */
  readonly retryAfterMs: number | undefined;

  constructor(status: number, code: number, message: string, more: { errors?: object; retryAfterMs?: number } = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = more.errors;
    this.retryAfterMs = more.retryAfterMs;
  }

  toJSON(): object {
    const { message, code, errors } = this;
    return { message, code, ...(errors && { errors }) };
  }
}

/** The JSON error codes that the playground answers with (topics/opcodes-and-status-codes). */
const PROBLEMS = {
  unauthorized: [401, 0, '401: Unauthorized'],
  notFound: [404, 0, '404: Not Found'],
  methodNotAllowed: [405, 0, '405: Method Not Allowed'],
  unknownApplication: [404, 10002, 'Unknown Application'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownOverwrite: [404, 10009, 'Unknown Overwrite'],
  unknownRole: [404, 10011, 'Unknown Role'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownEmoji: [400, 10014, 'Unknown Emoji'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  tooManyPublishedEdits: [429, 20022, 'This message cannot be edited due to announcement rate limits.'],
  tooManyPins: [400, 30003, 'Maximum number of pins reached for the channel (250)'],
  tooManyRoles: [400, 30005, 'Maximum number of server roles reached (250)'],
  tooManyWebhooks: [400, 30007, 'Maximum number of webhooks reached (15)'],
  tooManyReactions: [400, 30010, 'Maximum number of reactions reached (20)'],
  tooManyChannels: [400, 30013, 'Maximum number of server channels reached (500)'],
  tooManyCommands: [400, 30032, 'Maximum number of application commands reached (100).'],
  tooManyMenuCommands: [400, 30032, 'Maximum number of application commands reached (15).'],
  tooManyCommandCreates: [400, 30034, 'Max number of daily application command creates has been reached (200)'],
  tooManyOldEdits: [429, 30046, 'Maximum number of edits to messages older than 1 hour reached. Try again later'],
  tooLarge: [413, 40005, 'Request entity too large'],
  alreadyCrossposted: [400, 40033, 'This message has already been crossposted.'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  tooManyFollowups: [400, 40094, 'This interaction has reached the maximum number of follow-up messages'],
  tagRequired: [400, 40067, 'A tag is required to create a forum post in this channel'],
  missingAccess: [403, 50001, 'Missing Access'],
  notTheAuthor: [403, 50005, 'Cannot edit a message authored by another user'],
  cannotMessage: [403, 50007, 'Cannot send messages to this user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  wrongChannelType: [400, 50008, 'Cannot send messages in a non-text channel'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  notHere: [400, 50024, 'Cannot execute action on this channel type'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  invalidRole: [400, 50028, 'Invalid role'],
  invalidRecipient: [400, 50033, 'Invalid Recipient(s)'],
  invalidGuild: [400, 50055, 'Invalid Guild'],
  invalidVersion: [400, 50041, 'Invalid API version provided'],
  archivedThread: [400, 50083, 'Thread is archived'],
  invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
  systemMessage: [403, 50021, 'Cannot execute action on a system message'],
  blindReply: [400, 160002, 'Cannot reply without permission to read message history'],
  threadExists: [400, 160004, 'A thread has already been created for this message'],
  lockedThread: [400, 160005, 'Thread is locked'],
  threadNeeded: [400, 220001, 'Webhooks posted to forum channels must have a thread_name or thread_id'],
  oneThreadOnly: [400, 220002, 'Webhooks posted to forum channels cannot have both a thread_name and thread_id'],
  notAForum: [400, 220003, 'Webhooks can only create threads in forum channels'],
} as const satisfies Record<string, readonly [number, number, string]>;

export function problem(name: keyof typeof PROBLEMS): DiscordError {
  const [status, code, message] = PROBLEMS[name];
  return new DiscordError(status, code, message);
}

/** A limit that no bucket tells of: 429 with a code of its own. */
export function spent(name: 'tooManyPublishedEdits' | 'tooManyOldEdits', retryAfterMs: number): DiscordError {
  const [status, code, message] = PROBLEMS[name];
  return new DiscordError(status, code, message, { retryAfterMs });
}

/** 50035 with the path of every fault. */
export function invalidForm(faults: readonly FieldFault[]): DiscordError {
  return new DiscordError(400, 50035, 'Invalid Form Body', { errors: nestedFaults(faults) });
}
