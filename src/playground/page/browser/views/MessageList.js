import { isDirect, isForum, isThread, MessageType } from '../discord.js';
import { el, fill } from '../dom.js';
import { t } from '../texts/texts.js';
import { avatar } from './avatar.js';
import { forumPosts } from './forum.js';
import { dayDivider, messageElement } from './message.js';
import { threadSign } from './threadCard.js';

/** @typedef {import('../app.js').App} App @typedef {import('../types.js').Message} Message */

const GROUP_MS = 7 * 60_000;
const NEAR = 80;
const ABOVE = 8;

/** The messages of the open channel: the latest in sight, older ones as one scrolls up. */
export class MessageList {
  element;
  #scroller;
  #list;
  #newer;
  #app;
  /** What waits for the bot, and what failed, by message. @type {Map<string, string>} */
  #pending = new Map();
  /** @type {Map<string, string>} */
  #failed = new Map();
  #sticks = true;

  /** @param {App} app */
  constructor(app) {
    this.#app = app;
    this.#list = el('ol', { class: 'messages' });
    this.#scroller = el(
      'div',
      { class: 'scroller', tabindex: 0, role: 'region', onscroll: () => this.#scrolled() },
      this.#list,
    );
    this.#newer = el('button', { type: 'button', class: 'newer', hidden: true, onclick: () => this.toLatest() });
    this.element = el('div', { class: 'message-area' }, this.#scroller, this.#newer);
    app.store.on('channel', () => {
      this.#sticks = true;
      this.#pending.clear();
      this.#failed.clear();
      this.render();
    });
    app.store.on('messages', (detail) => (detail?.older ? this.#prepend() : this.render()));
    app.store.on('message', ({ id }) => this.#changed(id));
    app.store.on('world', () => (this.#isForum ? this.render() : this.#renderThreads()));
    new ResizeObserver(() => this.#sticks && this.#toEnd()).observe(this.#list);
    new ResizeObserver(() => this.#sticks && this.#toEnd()).observe(this.#scroller);
  }

  /** Marks a message's control as waiting for the bot; undefined once it is over. @param {string} messageId @param {string | undefined} customId @param {string} [failure] */
  mark(messageId, customId, failure) {
    if (customId === undefined) this.#pending.delete(messageId);
    else this.#pending.set(messageId, customId);
    if (failure === undefined) this.#failed.delete(messageId);
    else this.#failed.set(messageId, failure);
    this.#changed(messageId);
  }

  /** @param {string} id */
  show(id) {
    const found = this.#elementOf(id);
    found?.scrollIntoView({ block: 'center' });
    found?.classList.add('shown');
    setTimeout(() => found?.classList.remove('shown'), 1500);
  }

  toLatest() {
    this.#sticks = true;
    this.#toEnd();
  }

  render() {
    const { store } = this.#app;
    const where = this.#app.nameOfPlace(store.channel);
    this.#scroller.setAttribute('aria-label', t('messagesIn', { where }));
    if (this.#isForum && store.channel)
      fill(this.#list, el('li', { class: 'forum' }, forumPosts(store.channel, this.#app)));
    else
      fill(
        this.#list,
        !store.hasOlder && !store.isLoading && this.#beginning(where),
        ...this.#rows([...store.messages.values()]),
      );
    if (this.#sticks) this.#toEnd({ isNew: true });
  }

  get #isForum() {
    return isForum(this.#app.store.channel?.type ?? 0);
  }

  /** @param {string} where */
  #beginning(where) {
    const { store } = this.#app;
    const { channel } = store;
    const other = channel && isDirect(channel.type) ? store.user(store.othersIn(channel)[0] ?? '') : undefined;
    const [title, text] = other
      ? [where.slice(1), t('beginningDirect', { name: where.slice(1) })]
      : channel && isThread(channel.type)
        ? [where, t('startedBy', { name: store.nameOf(channel.owner_id ?? store.state.bot) })]
        : [t('beginning', { where }), channel?.topic ?? t('beginningText', { where })];
    return el(
      'li',
      { class: 'beginning' },
      other ? avatar(other) : null,
      el('h2', { dir: 'auto' }, title),
      el('p', {}, text),
    );
  }

  /** @param {readonly Message[]} messages */
  #rows(messages) {
    return messages.flatMap((message, index) => {
      const before = messages[index - 1];
      const day = startsDay(message, before) ? [dayDivider(message.timestamp, this.#app.locale)] : [];
      return [...day, this.#row(message, before)];
    });
  }

  /** @param {Message} message @param {Message | undefined} before */
  #row(message, before) {
    const grouped =
      before !== undefined &&
      !startsDay(message, before) &&
      before.author.id === message.author.id &&
      before.author.username === message.author.username &&
      before.type !== MessageType.Pinned &&
      message.type !== MessageType.Pinned &&
      message.type !== MessageType.Reply &&
      !message.interaction_metadata &&
      !message.pinned &&
      !message.local &&
      !before.local &&
      ((before.flags ?? 0) & 64) === ((message.flags ?? 0) & 64) &&
      Date.parse(message.timestamp) - Date.parse(before.timestamp) < GROUP_MS;
    const situation = { grouped, pending: this.#pending.get(message.id), failed: this.#failed.get(message.id) };
    return messageElement(message, situation, this.#app);
  }

  /** @param {string} id */
  #changed(id) {
    if (this.#isForum) return;
    const { store } = this.#app;
    const all = [...store.messages.values()];
    const index = all.findIndex((message) => message.id === id);
    const message = all[index];
    const old = this.#elementOf(id);
    if (!message) {
      if (old?.previousElementSibling?.classList.contains('day') && !old.nextElementSibling)
        old.previousElementSibling.remove();
      old?.remove();
    } else if (old) {
      const focused =
        document.activeElement instanceof HTMLElement && old.contains(document.activeElement)
          ? document.activeElement
          : null;
      const fresh = this.#row(message, all[index - 1]);
      old.replaceWith(fresh);
      const key = focused?.dataset.key;
      if (focused) {
        const again = key === undefined ? null : fresh.querySelector(`[data-key="${CSS.escape(key)}"]`);
        if (again instanceof HTMLElement) again.focus();
      }
    } else {
      const before = all[index - 1];
      if (startsDay(message, before)) this.#list.append(dayDivider(message.timestamp, this.#app.locale));
      this.#list.append(this.#row(message, before));
      const isMine =
        message.local ||
        message.author.id === store.state.me ||
        message.interaction_metadata?.user.id === store.state.me;
      if (isMine) this.#sticks = true;
      if (!this.#sticks) {
        this.#newer.hidden = false;
        this.#newer.textContent = t('newMessages');
      }
    }
    if (this.#sticks) this.#toEnd({ isNew: !old || old.querySelector('.thinking') !== null });
  }

  /** Shows again the messages whose threads have changed. */
  #renderThreads() {
    for (const element of [...this.#list.children]) {
      if (!(element instanceof HTMLElement)) continue;
      const { id, thread = '' } = element.dataset;
      if (id !== undefined && thread !== threadSign(id, this.#app)) this.#changed(id);
    }
  }

  #prepend() {
    const { scrollHeight, scrollTop } = this.#scroller;
    this.#sticks = false;
    this.render();
    this.#scroller.scrollTop = scrollTop + this.#scroller.scrollHeight - scrollHeight;
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    this.#sticks = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.#sticks) this.#newer.hidden = true;
    if (scrollTop < NEAR) void this.#app.store.openOlder();
  }

  /** Shows the end; of a new last message that is taller than the view, its beginning: one reads from there. */
  #toEnd({ isNew = false } = {}) {
    const last = this.#list.lastElementChild;
    const { clientHeight, scrollHeight } = this.#scroller;
    this.#newer.hidden = true;
    if (isNew && last instanceof HTMLElement && last.offsetHeight + 2 * ABOVE > clientHeight && !this.#isForum) {
      this.#scroller.scrollTop = beginningOf(last);
      this.#sticks = false;
    } else this.#scroller.scrollTop = this.#isForum ? 0 : scrollHeight;
  }

  /** @param {string} id */
  #elementOf(id) {
    return this.#list.querySelector(`[data-id="${CSS.escape(id)}"]`);
  }
}

/** @param {Message} message @param {Message | undefined} before */
function startsDay(message, before) {
  return !before || new Date(before.timestamp).toDateString() !== new Date(message.timestamp).toDateString();
}

/** Where one reads a tall message from: the day above it, if it is the day's first. @param {HTMLElement} message */
function beginningOf(message) {
  const before = message.previousElementSibling;
  const first = before instanceof HTMLElement && before.classList.contains('day') ? before : message;
  return first.offsetTop - ABOVE;
}
