import { Control } from './control.js';
import { isDirect, isThread } from './discord.js';

/** @typedef {import('./types.js').Message} Message @typedef {import('./types.js').Channel} Channel */
/** @typedef {'world' | 'channel' | 'messages' | 'message' | 'status' | 'requests' | 'reader' | 'answer' | 'connection'} Topic */

const KEPT_REQUESTS = 100;
const REFRESH_MS = 120;
const RETRY_MS = 1000;

/** What the page knows of the world; whoever listens hears what changed. */
export class Store {
  control = new Control();
  /** @type {import('./types.js').State} */
  state = /** @type {any} */ (null);
  /** @type {string | null} */
  channelId = null;
  /** The messages of the channel that is open, oldest first. @type {Map<string, Message>} */
  messages = new Map();
  hasOlder = false;
  /** The messages of the channel are on their way. */
  isLoading = false;
  /** The playground answers; else what is shown may be old. */
  isConnected = true;
  /** Channels in which something was posted since they were last open. @type {Set<string>} */
  unread = new Set();
  /** @type {Map<Topic, Set<(detail: any) => void>>} */
  #listeners = new Map();
  #refresh = 0;
  #localId = 0;

  /** What it returns ends the listening. @param {Topic} topic @param {(detail: any) => void} listener */
  on(topic, listener) {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** @param {Topic} topic @param {unknown} [detail] */
  tell(topic, detail) {
    for (const listener of this.#listeners.get(topic) ?? []) listener(detail);
  }

  /** Becomes someone, in a language; later, if the playground is away. @param {string | null} person @param {string} locale */
  async become(person, locale) {
    await this.#enter(person, locale).catch((error) => {
      if (!this.state) throw error;
      this.#setConnected(false);
      this.#enterLater(person, locale);
    });
  }

  /** @param {string | null} person @param {string} locale */
  async #enter(person, locale) {
    this.control.person = person;
    this.control.locale = locale;
    this.state = await this.control.state().catch(() => {
      this.control.person = null;
      return this.control.state();
    });
    this.control.person = this.state.me;
    this.control.listen(
      {
        world: ({ t, d }) => this.#hear(t, d),
        request: (request) => {
          this.state.requests = [...this.state.requests, request].slice(-KEPT_REQUESTS);
          this.tell('requests');
        },
        commands: (commands) => {
          this.state.commands = commands;
        },
        status: (status) => {
          Object.assign(this.state, status);
          this.tell('status');
        },
      },
      {
        lost: () => this.#setConnected(false),
        back: () => {
          this.#setConnected(true);
          void this.reload();
        },
        // Whoever one was is not known any more: a world of another kind may run now.
        refused: () => this.#enterLater(null, this.control.locale),
      },
    );
    this.tell('reader');
  }

  /** @param {string | null} person @param {string} locale */
  #enterLater(person, locale) {
    setTimeout(async () => {
      try {
        await this.#enter(person, locale);
      } catch {
        this.#enterLater(person, locale);
        return;
      }
      this.#setConnected(true);
      await this.reload();
    }, RETRY_MS);
  }

  /** @param {boolean} isConnected */
  #setConnected(isConnected) {
    this.isConnected = isConnected;
    this.tell('connection');
  }

  /** Asks for everything again: something may have been missed. */
  async reload() {
    await this.#reloadState();
    if (this.channelId) await this.open(this.channelId);
  }

  /** @param {string} channelId */
  async open(channelId) {
    const isOther = this.channelId !== channelId;
    this.channelId = channelId;
    this.unread.delete(channelId);
    if (isOther) {
      this.messages = new Map();
      this.hasOlder = false;
      this.isLoading = true;
      this.tell('channel');
    }
    const page = await this.control.messages(channelId).catch(() => null);
    if (this.channelId !== channelId || !page) return;
    const { messages, more } = page;
    this.messages = new Map(messages.map((message) => [message.id, message]));
    this.hasOlder = more;
    this.isLoading = false;
    this.tell('messages');
  }

  async openOlder() {
    const [oldest] = this.messages.keys();
    const channelId = this.channelId;
    if (!this.hasOlder || !channelId || !oldest) return;
    this.hasOlder = false;
    const page = await this.control.messages(channelId, oldest).catch(() => null);
    if (this.channelId !== channelId || !page) return;
    const { messages, more } = page;
    this.messages = new Map([
      ...messages.map((message) => /** @type {const} */ ([message.id, message])),
      ...this.messages,
    ]);
    this.hasOlder = more;
    this.tell('messages', { older: true });
  }

  /** @returns {Channel | undefined} */
  get channel() {
    return this.state?.channels.find(({ id }) => id === this.channelId);
  }

  get guild() {
    return this.state.guilds.find(({ id }) => id === this.channel?.guild_id);
  }

  get me() {
    return this.user(this.state.me);
  }

  /** @param {string} id */
  user(id) {
    return this.state.users.find((user) => user.id === id);
  }

  /** @param {string} id */
  nameOf(id) {
    const nick = this.guild?.members.find(({ user_id }) => user_id === id)?.nick;
    const user = this.user(id);
    return nick ?? user?.global_name ?? user?.username ?? id;
  }

  /** What whoever wrote a message is called there; webhooks are users nowhere. @param {{ author: import('./types.js').Author }} message */
  authorOf({ author }) {
    return this.user(author.id) ? this.nameOf(author.id) : (author.global_name ?? author.username);
  }

  /** With whom a conversation is. @param {Channel} channel */
  othersIn({ recipients = [] }) {
    const others = recipients.map(({ id }) => id).filter((id) => id !== this.state.me);
    return others.length > 0 ? others : [this.state.bot];
  }

  /** What a conversation is called: "Ada, Milo". @param {Channel} channel */
  directName(channel) {
    return this.othersIn(channel)
      .map((id) => this.nameOf(id))
      .join(', ');
  }

  /** The people and bots of the server that is open, or of the conversation. */
  get membersHere() {
    if (this.guild) return this.guild.members.map(({ user_id }) => user_id);
    return [this.state.me, ...(this.channel ? this.othersIn(this.channel) : [])];
  }

  /** @param {string} parentId */
  threadsOf(parentId) {
    return this.state.channels
      .filter((channel) => isThread(channel.type) && channel.parent_id === parentId)
      .sort((a, b) => (BigInt(a.last_message_id ?? a.id) < BigInt(b.last_message_id ?? b.id) ? 1 : -1));
  }

  get directMessages() {
    return this.state.channels.filter(({ type }) => isDirect(type));
  }

  /** Whether something came that nobody has looked at: in a server; null: as a direct message. @param {string | null} guildId */
  hasUnread(guildId) {
    const { channels } = this.state;
    const there = guildId === null ? this.directMessages : channels.filter(({ guild_id }) => guild_id === guildId);
    return there.some(({ id }) => this.unread.has(id));
  }

  get hasAnyUnread() {
    return this.state.channels.some(({ id }) => this.unread.has(id));
  }

  /** Shows something that only this page knows of, in the channel that is open. @param {Partial<Message>} message */
  addLocal(message) {
    const id = `local-${++this.#localId}`;
    const bot = /** @type {any} */ (this.user(this.state.bot));
    const shown = /** @type {Message} */ ({
      ...{ id, type: 20, channel_id: this.channelId, author: bot, timestamp: new Date().toISOString(), content: '' },
      ...{ embeds: [], components: [], attachments: [], flags: 64 },
      ...message,
    });
    this.messages.set(id, shown);
    this.tell('message', { id });
    return id;
  }

  /** @param {string} id */
  drop(id) {
    if (this.messages.delete(id)) this.tell('message', { id });
  }

  /** @param {string} t @param {any} d */
  #hear(t, d) {
    if (t === 'MESSAGE_CREATE' || t === 'MESSAGE_UPDATE') {
      const channel = this.state.channels.find(({ id }) => id === d.channel_id);
      if (t === 'MESSAGE_CREATE' && channel) {
        channel.last_message_id = d.id;
        if (isThread(channel.type) && d.id !== channel.id) channel.message_count = (channel.message_count ?? 0) + 1;
      }
      if (t === 'MESSAGE_CREATE' && d.interaction_metadata?.user.id === this.state.me) this.tell('answer');
      if (d.channel_id === this.channelId) {
        if (t === 'MESSAGE_CREATE' || this.messages.has(d.id)) {
          this.messages.set(d.id, d);
          this.tell('message', { id: d.id });
        }
      } else if (t === 'MESSAGE_CREATE') {
        this.unread.add(d.channel_id);
        this.tell('world');
        // Nobody is told when direct messages are opened.
        if (!channel) this.#reloadSoon();
      }
    } else if (t === 'MESSAGE_DELETE') this.drop(d.id);
    else this.#reloadSoon();
  }

  #reloadSoon() {
    clearTimeout(this.#refresh);
    this.#refresh = setTimeout(() => void this.#reloadState(), REFRESH_MS);
  }

  async #reloadState() {
    this.state = await this.control.state().catch(() => this.state);
    this.tell('world');
    this.tell('status');
  }
}
