import { Composer } from './compose/Composer.js';
import { localName, usableCommands } from './compose/commandEntries.js';
import { Drawers } from './Drawers.js';
import { ChannelType, CommandType, isDirect, isForum, isThread, LOCALES } from './discord.js';
import { el, fill } from './dom.js';
import { recall, remember } from './remember.js';
import { Store } from './Store.js';
import { language, speak, t } from './texts/texts.js';
import { ChannelList } from './views/ChannelList.js';
import { hurryPanel } from './views/HurryPanel.js';
import { memberList } from './views/MemberList.js';
import { MessageList } from './views/MessageList.js';
import { openMenu } from './views/menu.js';
import { openModal } from './views/modal.js';
import { readerPanel } from './views/ReaderPanel.js';

/** @typedef {import('./types.js').Message} Message */

const WAIT_SHOWN_MS = 250;
const LOST_SHOWN_MS = 400;

/** The page: what there is to see, and what a person does. */
export class App {
  store = new Store();
  #messages = new MessageList(this);
  #composer = new Composer(this);
  #channels = new ChannelList(this);
  #reader = readerPanel(this);
  #hurry = hurryPanel(this);
  #title = el('h2', { class: 'place-title', dir: 'auto' });
  #topic = el('p', { class: 'place-topic', dir: 'auto' });
  #sayingLost = 0;
  #connection = el('p', { class: 'connection', role: 'status' });
  #side = el('div', { class: 'side', id: 'places' }, this.#channels.element, this.#reader.element);
  #members = memberList(this);
  #drawers = new Drawers(this.#side, { members: this.#members.element, hurry: this.#hurry.element }, () =>
    this.#composer.focus(),
  );

  get locale() {
    return this.store.control.locale;
  }

  /** @returns {import('./markdown/renderMarkdown.js').Surroundings} */
  get around() {
    const { store } = this;
    return {
      locale: this.locale,
      userName: (id) => store.nameOf(id),
      roleName: (id) => (store.guild?.roles.find((role) => role.id === id)?.name ?? 'unknown').replace(/^@/, ''),
      channelName: (id) => store.state.channels.find((channel) => channel.id === id)?.name,
      openChannel: (id) => this.openChannel(id),
      openUser: (id, event) => this.openUser(id, event),
      typeCommand: (name) => this.#composer.begin(name),
    };
  }

  /** @param {HTMLElement} root */
  async start(root) {
    this.setTheme(recall('theme') ?? (matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark'));
    const drawers = this.#drawers;
    fill(
      root,
      this.#side,
      el(
        'main',
        {},
        el('header', { class: 'place' }, drawers.opensPlaces, this.#title, this.#topic, ...drawers.openers),
        this.#connection,
        this.#messages.element,
        this.#composer.element,
      ),
      this.#members.element,
      this.#hurry.element,
      drawers.shade,
    );
    this.store.on('channel', () => this.#renderPlace());
    this.store.on('world', () => this.#renderPlace());
    this.store.on('connection', () => this.#sayWhetherConnected());
    addEventListener('hashchange', () => this.#openFromAddress());
    addEventListener('keydown', (event) => this.#pressed(event));
    takeDroppedFiles(root, (files) => this.#composer.take(files));
    const locale = recall('locale') ?? navigator.language;
    await this.#speakAndBecome(recall('person'), locale in LOCALES ? locale : 'en-US');
    this.#openFromAddress();
    root.dataset.ready = 'true';
  }

  /** @param {string | null} person @param {string} locale */
  async become(person, locale) {
    remember('person', person ?? '');
    remember('locale', locale);
    await this.#speakAndBecome(person, locale);
    const { store } = this;
    if (store.channel) await store.open(store.channel.id);
    else this.#openFirst();
  }

  /** @param {string} theme */
  setTheme(theme) {
    document.documentElement.dataset.theme = theme;
    remember('theme', theme);
    if (this.store.state) this.#reader.render();
  }

  /** @param {string} id */
  openChannel(id) {
    this.#drawers.close();
    if (location.hash === `#${id}`) void this.store.open(id);
    else location.hash = id;
  }

  /** @param {string} id */
  openGuild(id) {
    const first = this.store.state.channels
      .filter(({ guild_id, type }) => guild_id === id && type === ChannelType.Text)
      .sort((a, b) => (a.position ?? 0) - (b.position ?? 0))[0];
    if (first) this.openChannel(first.id);
  }

  async openDirectMessages() {
    const { store } = this;
    const open = store.directMessages.find((channel) => store.othersIn(channel)[0] === store.state.bot);
    const channelId = open?.id ?? (await store.control.act({ kind: 'openDm' })).channelId;
    if (!open) await store.reload();
    if (channelId) this.openChannel(channelId);
  }

  /** What a channel is called: "#news". @param {import('./types.js').Channel | undefined} channel */
  nameOfPlace(channel) {
    if (!channel) return '';
    if (isDirect(channel.type)) return `@${this.store.directName(channel)}`;
    return isThread(channel.type) ? (channel.name ?? '') : `#${channel.name}`;
  }

  /** @param {string} id @param {MouseEvent} event */
  openUser(id, event) {
    const { store } = this;
    const target = /** @type {HTMLElement} */ (event.currentTarget);
    const box = target.getBoundingClientRect();
    const commands = this.contextCommands(CommandType.User);
    openMenu({ x: box.left, y: box.bottom + 4 }, [
      { heading: store.nameOf(id) },
      ...(id === store.state.bot ? [{ label: t('writeTo'), act: () => void this.openDirectMessages() }] : []),
      ...commands.map(({ name, label }) => ({ label, act: () => void this.#useOnUser(name, id) })),
      { label: t('copyId'), act: () => void navigator.clipboard?.writeText(id) },
    ]);
  }

  /** What the open channel is to commands. @returns {import('./compose/commandEntries.js').Place | undefined} */
  get place() {
    const { channel, state } = this.store;
    if (!channel) return undefined;
    const isBotHere = channel.guild_id
      ? Boolean(this.store.guild?.members.some(({ user_id }) => user_id === state.bot))
      : this.store.othersIn(channel)[0] === state.bot;
    return {
      guildId: channel.guild_id,
      permissions: BigInt(channel.permissions),
      context: channel.guild_id ? 0 : isBotHere ? 1 : 2,
      installs: [...(isBotHere ? [0] : []), ...(state.installed ? [1] : [])],
    };
  }

  /** The commands of message and user menus that may be used here. @param {number} type */
  contextCommands(type) {
    const { state } = this.store;
    const place = this.place;
    return !place
      ? []
      : usableCommands(state.commands, type, place).map((command) => ({
          name: command.name,
          label: localName(command, this.locale),
        }));
  }

  /** @param {string} id */
  showMessage(id) {
    this.#messages.show(id);
  }

  /** @param {Message} message */
  async dismiss(message) {
    this.store.drop(message.id);
    if (!message.local) await this.store.control.act({ kind: 'dismiss', messageId: message.id });
    this.#composer.focus();
  }

  /** @param {string} content */
  async write(content) {
    const { problem } = await this.store.control.act({ kind: 'write', channelId: this.store.channelId ?? '', content });
    if (problem) this.store.addLocal({ local: 'refused', content: t('notSent', { reason: problem }) });
  }

  /** @param {Message} message @param {string} emoji @param {boolean} on */
  async react(message, emoji, on) {
    const { problem } = await this.store.control.act({ kind: 'react', messageId: message.id, emoji, on });
    if (problem) this.store.addLocal({ local: 'refused', content: t('notSent', { reason: problem }) });
  }

  /** @param {import('./types.js').Filled} filled */
  async runCommand({ files, ...typed }) {
    const { store } = this;
    /** @type {Record<string, string>} */
    const keys = {};
    for (const [option, file] of Object.entries(files)) {
      const { key, problem } = await store.control.upload(file);
      if (key === undefined) {
        store.addLocal({ local: 'refused', content: t('notSent', { reason: problem ?? '' }) });
        return;
      }
      keys[option] = key;
    }
    const name = [typed.command, typed.subcommand].filter(Boolean).join(' ');
    await this.#interact({ kind: 'command', ...typed, files: keys }, name);
  }

  /** @param {string} command @param {Message} message */
  useOnMessage(command, message) {
    return this.#interact({ kind: 'messageCommand', command, messageId: message.id }, command);
  }

  /** @param {Message} message @param {string} customId */
  press(message, customId) {
    return this.#useComponent(message, customId, { kind: 'press', messageId: message.id, customId });
  }

  /** @param {Message} message @param {string} customId @param {string[]} values */
  select(message, customId, values) {
    return this.#useComponent(message, customId, { kind: 'select', messageId: message.id, customId, values });
  }

  /** @param {string} command @param {string} userId */
  #useOnUser(command, userId) {
    return this.#interact({ kind: 'userCommand', command, userId, channelId: this.store.channelId ?? '' }, command);
  }

  /** Sends an interaction and shows what waits and what fails. @param {import('./types.js').Act} act @param {string} command */
  async #interact(act, command) {
    const { store } = this;
    const channelId = store.channelId;
    const metadata = { command, interaction_metadata: /** @type {any} */ ({ user: store.me }) };
    let waiting = '';
    const timer = setTimeout(() => {
      waiting = store.addLocal({ local: 'waiting', flags: undefined, ...metadata });
    }, WAIT_SHOWN_MS);
    const stopWaiting = () => {
      stopListening();
      clearTimeout(timer);
      if (waiting) store.drop(waiting);
    };
    const stopListening = store.on('answer', stopWaiting);
    const { problem, silent, modal } = await store.control.act(act);
    stopWaiting();
    if (store.channelId !== channelId) return;
    if (problem)
      store.addLocal({ local: silent ? 'silent' : 'refused', content: t('notSent', { reason: problem }), ...metadata });
    if (modal) this.#openModal(modal);
  }

  /** @param {Message} message @param {string} customId @param {import('./types.js').Act} act */
  async #useComponent(message, customId, act) {
    this.#messages.mark(message.id, customId);
    const { problem, silent, modal } = await this.store.control.act(act);
    this.#messages.mark(message.id, undefined, problem && (silent ? t('failed') : t('notSent', { reason: problem })));
    if (modal) this.#openModal(modal);
  }

  /** @param {import('./types.js').Modal} modal */
  #openModal(modal) {
    openModal(modal, this, async (values) => {
      const {
        problem,
        silent,
        modal: next,
      } = await this.store.control.act({ kind: 'submit', modal: modal.key, values });
      if (next) this.#openModal(next);
      return silent ? t('failed') : problem;
    });
  }

  /** @param {string | null} person @param {string} locale */
  async #speakAndBecome(person, locale) {
    await speak(locale);
    document.documentElement.lang = language();
    this.#drawers.render();
    await this.store.become(person, locale);
    this.#renderPlace();
    this.#sayWhetherConnected();
  }

  #openFromAddress() {
    const id = location.hash.slice(1);
    if (this.store.state.channels.some((channel) => channel.id === id)) void this.store.open(id);
    else this.#openFirst();
  }

  #openFirst() {
    const [guild] = this.store.state.guilds;
    if (guild) this.openGuild(guild.id);
  }

  #renderPlace() {
    const { channel, channelId } = this.store;
    if (channelId && !channel) return this.#openFirst();
    const name = this.nameOfPlace(channel);
    this.#title.textContent = name;
    this.#topic.textContent = channel?.topic ?? '';
    this.#drawers.hasUnread = this.store.hasAnyUnread;
    document.title = [name, this.store.state?.application.name].filter(Boolean).join(' · ');
    this.#composer.element.hidden = isForum(channel?.type ?? 0);
  }

  #sayWhetherConnected() {
    clearTimeout(this.#sayingLost);
    if (this.store.isConnected) this.#connection.textContent = '';
    else
      this.#sayingLost = setTimeout(() => {
        this.#connection.textContent = t('connectionLost');
      }, LOST_SHOWN_MS);
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.key === 'Escape' && this.#drawers.isAnyOpen) this.#drawers.close();
    const isWriting =
      event.target instanceof Element && event.target.closest('input, textarea, select, dialog, [role=menu]');
    if (event.key === '/' && !isWriting && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.#composer.begin('');
    }
  }
}

/**
 * Takes files that are dropped anywhere on the page: a browser would open them instead.
 * @param {HTMLElement} root @param {(files: File[]) => void} take
 */
function takeDroppedFiles(root, take) {
  const holdsFiles = (/** @type {DragEvent} */ event) => Boolean(event.dataTransfer?.types.includes('Files'));
  addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    root.classList.add('dropping');
  });
  addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) root.classList.remove('dropping');
  });
  addEventListener('drop', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    root.classList.remove('dropping');
    take([...(event.dataTransfer?.files ?? [])]);
  });
}
