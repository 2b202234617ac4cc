import { Composer } from './compose/Composer.js';
import { localName, usableCommands } from './compose/commandEntries.js';
import { ChannelType, CommandType, isForum, isThread, LOCALES } from './discord.js';
import { el, fill, icon } from './dom.js';
import { Store } from './Store.js';
import { language, speak, t } from './texts/texts.js';
import { ChannelList } from './views/ChannelList.js';
import { hurryPanel } from './views/HurryPanel.js';
import { MessageList } from './views/MessageList.js';
import { openMenu } from './views/menu.js';
import { openModal } from './views/modal.js';
import { readerPanel } from './views/ReaderPanel.js';

/** @typedef {import('./types.js').Message} Message */

const BARS = 'M4 6h16M4 12h16M4 18h16';
const BOLT = 'M13 2 4 14h7l-1 8 9-12h-7l1-8Z';
const WAIT_SHOWN_MS = 250;
const WIDE = matchMedia('(min-width: 1100px)');
const NARROW = matchMedia('(max-width: 720px)');

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
  #openPlaces = el(
    'button',
    {
      type: 'button',
      class: 'icon-button only-narrow',
      'aria-controls': 'places',
      onclick: () => this.#togglePlaces(),
    },
    icon(BARS),
  );
  #openHurry = el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-controls': 'hurry', onclick: () => this.#toggleHurry() },
    icon(BOLT),
  );
  #side = el('div', { class: 'side', id: 'places' }, this.#channels.element, this.#reader.element);
  #shade = el('button', { type: 'button', class: 'shade', tabindex: -1, onclick: () => this.#closeDrawers() });

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
    this.setTheme(remembered('theme') ?? (matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark'));
    fill(
      root,
      this.#side,
      el(
        'main',
        {},
        el('header', { class: 'place' }, this.#openPlaces, this.#title, this.#topic, this.#openHurry),
        this.#messages.element,
        this.#composer.element,
      ),
      this.#hurry.element,
      this.#shade,
    );
    this.#watchDrawers();
    this.store.on('channel', () => this.#renderPlace());
    this.store.on('world', () => this.#renderPlace());
    addEventListener('hashchange', () => this.#openFromAddress());
    addEventListener('keydown', (event) => this.#pressed(event));
    const locale = remembered('locale') ?? navigator.language;
    await this.#speakAndBecome(remembered('person'), locale in LOCALES ? locale : 'en-US');
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
    this.#closeDrawers();
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
    const [open] = this.store.directMessages;
    const channelId = open?.id ?? (await this.store.control.act({ kind: 'openDm' })).channelId;
    if (!open) await this.store.reload();
    if (channelId) this.openChannel(channelId);
  }

  /** What a channel is called: "#news". @param {import('./types.js').Channel | undefined} channel */
  nameOfPlace(channel) {
    if (!channel) return '';
    if (channel.type === ChannelType.DM) return `@${this.store.nameOf(this.store.state.bot)}`;
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

  /** The commands of message and user menus that may be used here. @param {number} type */
  contextCommands(type) {
    const { channel, state } = this.store;
    if (!channel) return [];
    const place = { guildId: channel.guild_id, permissions: BigInt(channel.permissions) };
    return usableCommands(state.commands, type, place).map((command) => ({
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

  /** @param {import('./types.js').Typed} typed */
  runCommand(typed) {
    return this.#interact({ kind: 'command', ...typed }, [typed.command, typed.subcommand].filter(Boolean).join(' '));
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
    this.#openPlaces.setAttribute('aria-label', t('showChannels'));
    this.#shade.setAttribute('aria-label', t('hideChannels'));
    await this.store.become(person, locale);
    this.#renderPlace();
    this.#syncHurry();
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
    const { channel } = this.store;
    const name = this.nameOfPlace(channel);
    this.#title.textContent = name;
    this.#topic.textContent = channel?.topic ?? '';
    document.title = [name, this.store.state?.application.name].filter(Boolean).join(' · ');
    this.#composer.element.hidden = isForum(channel?.type ?? 0);
  }

  #togglePlaces() {
    const opens = !document.body.classList.contains('places-open');
    this.#closeDrawers();
    document.body.classList.toggle('places-open', opens);
    this.#syncDrawers();
    if (opens) this.#side.querySelector('button')?.focus();
  }

  #toggleHurry() {
    const opens = !document.body.classList.contains('hurry-open');
    if (NARROW.matches) this.#closeDrawers();
    document.body.classList.toggle('hurry-open', opens);
    if (WIDE.matches) remember('hurry', String(opens));
    this.#syncDrawers();
  }

  #closeDrawers() {
    const hadFocus = this.#side.contains(document.activeElement) && NARROW.matches;
    document.body.classList.remove('places-open');
    if (!WIDE.matches) document.body.classList.remove('hurry-open');
    this.#syncDrawers();
    if (hadFocus) this.#composer.focus();
  }

  #watchDrawers() {
    const adapt = () => {
      document.body.classList.remove('places-open');
      document.body.classList.toggle('hurry-open', WIDE.matches && remembered('hurry') !== 'false');
      this.#syncDrawers();
    };
    for (const query of [WIDE, NARROW]) query.addEventListener('change', adapt);
    adapt();
  }

  #syncDrawers() {
    const { classList } = document.body;
    this.#side.inert = NARROW.matches && !classList.contains('places-open');
    this.#hurry.element.inert = !classList.contains('hurry-open');
    this.#openPlaces.setAttribute('aria-expanded', String(classList.contains('places-open')));
    this.#syncHurry();
  }

  #syncHurry() {
    const isOpen = document.body.classList.contains('hurry-open');
    const label = t(isOpen ? 'hideHurry' : 'showHurry');
    this.#openHurry.setAttribute('aria-label', label);
    this.#openHurry.setAttribute('aria-expanded', String(isOpen));
    this.#openHurry.title = label;
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const isDrawerOpen =
      document.body.classList.contains('places-open') ||
      (!WIDE.matches && document.body.classList.contains('hurry-open'));
    if (event.key === 'Escape' && isDrawerOpen) this.#closeDrawers();
    const isWriting =
      event.target instanceof Element && event.target.closest('input, textarea, select, dialog, [role=menu]');
    if (event.key === '/' && !isWriting && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.#composer.begin('');
    }
  }
}

/** @param {string} key */
function remembered(key) {
  return localStorage.getItem(`playground.${key}`) || null;
}

/** @param {string} key @param {string} value */
function remember(key, value) {
  localStorage.setItem(`playground.${key}`, value);
}
