import { ChannelType, isDirect, isForum, isThread } from '../discord.js';
import { el, fill, icon } from '../dom.js';
import { t } from '../texts/texts.js';
import { avatar } from './avatar.js';

/** @typedef {import('../app.js').App} App @typedef {import('../types.js').Channel} Channel */

const HASH = 'M9 4 7 20M17 4l-2 16M4 9h17M3 15h17';
const HORN = 'M3 11v3h3l7 4V7l-7 4H3Zm13-2a5 5 0 0 1 0 7M6 14l1 6h3l-1-5';
const POSTS = 'M4 5h12v9H9l-4 3v-3H4V5Zm15 4h1v9h-1v3l-4-3h-4';
const THREAD = 'M6 4v10a3 3 0 0 0 3 3h10m-3-3 3 3-3 3';
const LETTERS = 'M4 6h16v12H4V6Zm0 1 8 6 8-6';
const LOCK = 'M6 11h12v9H6v-9Zm2 0V8a4 4 0 0 1 8 0v3';

/** The servers and, beside them, the channels of the one that is open. */
export class ChannelList {
  element;
  #servers = el('ul', { class: 'servers' });
  #title = el('h1', { class: 'server-name' });
  #channels = el('ul', { class: 'channels' });
  #nav = el('nav', { class: 'channel-nav' }, this.#channels);
  #app;

  /** @param {App} app */
  constructor(app) {
    this.#app = app;
    this.element = el(
      'div',
      { class: 'places' },
      el('nav', { class: 'server-nav' }, this.#servers),
      el('div', { class: 'channel-column' }, el('header', {}, this.#title), this.#nav),
    );
    for (const topic of /** @type {const} */ (['channel', 'world', 'reader', 'status']))
      app.store.on(topic, () => this.render());
  }

  render() {
    const { store } = this.#app;
    if (!store.state) return;
    const focused = document.activeElement?.getAttribute('data-key');
    const guild = store.guild;
    this.#nav.setAttribute('aria-label', t('channels'));
    this.#servers.parentElement?.setAttribute('aria-label', t('servers'));
    this.#title.textContent = guild?.name ?? t('directMessages');
    fill(
      this.#servers,
      this.#server(null, t('directMessages'), icon(LETTERS), () => this.#app.openDirectMessages()),
      ...store.state.guilds.map(({ id, name }) =>
        this.#server(id, name, initials(name), () => this.#app.openGuild(id)),
      ),
    );
    const channels = guild ? this.#channelsOf(guild.id) : store.directMessages;
    fill(this.#channels, ...channels.flatMap((channel) => this.#withThreads(channel)));
    if (focused) {
      const again = this.element.querySelector(`[data-key="${CSS.escape(focused)}"]`);
      if (again instanceof HTMLElement) again.focus();
    }
  }

  /** @param {string | null} id  null: direct messages @param {string} name @param {Node | string} face @param {() => void} open */
  #server(id, name, face, open) {
    const { store } = this.#app;
    const isOpen = id === (store.guild?.id ?? null);
    const isUnread = !isOpen && store.hasUnread(id);
    const attributes = {
      type: 'button',
      class: isUnread ? 'unread' : null,
      'data-key': id ?? 'dm',
      title: name,
      'aria-label': isUnread ? `${name}, ${t('unread')}` : name,
      'aria-current': isOpen && 'true',
    };
    return el('li', {}, el('button', { ...attributes, onclick: open }, face));
  }

  /** @param {string} guildId */
  #channelsOf(guildId) {
    return this.#app.store.state.channels
      .filter(({ guild_id, type }) => guild_id === guildId && !isThread(type) && type !== ChannelType.Category)
      .sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  }

  /** @param {Channel} channel */
  #withThreads(channel) {
    const { store } = this.#app;
    const threads = store.threadsOf(channel.id);
    const shown = isForum(channel.type) ? threads.filter(({ id }) => id === store.channelId) : threads.slice(0, 5);
    return [this.#channel(channel), ...shown.map((thread) => this.#channel(thread))];
  }

  /** @param {Channel} channel */
  #channel(channel) {
    const { store } = this.#app;
    const unread = store.unread.has(channel.id);
    const isOpen = channel.id === store.channelId;
    const { face, kind } = this.#face(channel);
    const name = isDirect(channel.type) ? store.directName(channel) : (channel.name ?? '');
    return el(
      'li',
      { class: isThread(channel.type) ? 'thread' : null },
      el(
        'button',
        {
          ...{
            type: 'button',
            'data-key': channel.id,
            class: unread ? 'unread' : null,
            'aria-current': isOpen && 'page',
          },
          'aria-label': [name, kind, unread && t('unread')].filter(Boolean).join(', '),
          onclick: () => this.#app.openChannel(channel.id),
        },
        face,
        el('span', { class: 'channel-name', dir: 'auto' }, name),
      ),
    );
  }

  /** @param {Channel} channel @returns {{ face: Node, kind: string }} */
  #face(channel) {
    const { store } = this.#app;
    if (isDirect(channel.type)) {
      const other = store.user(store.othersIn(channel)[0] ?? '');
      const isHere = !other?.bot || store.state.online;
      const face = el('span', { class: `presence ${isHere ? 'online' : ''}` }, other ? avatar(other) : null);
      return { face, kind: '' };
    }
    if (isThread(channel.type)) return { face: icon(THREAD), kind: t('thread') };
    if (isForum(channel.type)) return { face: icon(POSTS), kind: t('forumChannel') };
    if (channel.type === ChannelType.Announcement) return { face: icon(HORN), kind: t('announcementChannel') };
    return { face: icon(this.#isClosedToBot(channel) ? LOCK : HASH), kind: t('textChannel') };
  }

  /** @param {Channel} channel */
  #isClosedToBot(channel) {
    const overwrites = /** @type {{ id: string, deny: string }[]} */ (
      /** @type {any} */ (channel).permission_overwrites ?? []
    );
    return overwrites.some(({ id, deny }) => id === channel.guild_id && BigInt(deny) & 1024n);
  }
}

/** @param {string} name */
function initials(name) {
  return name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 3)
    .toUpperCase();
}
