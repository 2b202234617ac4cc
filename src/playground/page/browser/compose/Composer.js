import { isThread, Permission } from '../discord.js';
import { el, fill, icon } from '../dom.js';
import { t } from '../texts/texts.js';
import { Listbox } from '../views/Listbox.js';
import { CommandForm } from './CommandForm.js';
import { commandEntries } from './commandEntries.js';

/** @typedef {import('../app.js').App} App @typedef {import('./commandEntries.js').Entry} Entry */

const PLANE = 'M4 12 20 4l-6 16-3-7-7-1Z';

/** Where one writes: a message, or `/` and a command. */
export class Composer {
  element;
  #app;
  #list = new Listbox(t('commands'));
  #problem = el('p', { class: 'problem composer-problem', role: 'alert' });
  #text;
  #send;
  #field;
  #popup = el('div', { class: 'composer-popup' });
  /** @type {CommandForm | null} */
  #form = null;

  /** @param {App} app */
  constructor(app) {
    this.#app = app;
    this.#text = el('textarea', {
      ...{
        rows: 1,
        maxlength: 2000,
        role: 'combobox',
        'aria-autocomplete': 'list',
        'aria-expanded': 'false',
        'aria-haspopup': 'listbox',
      },
      oninput: () => this.#typed(),
      onkeydown: (event) => this.#pressed(event),
      onblur: () => this.#list.hide(),
      onfocus: () => this.#typed(),
    });
    this.#send = el(
      'button',
      { type: 'button', class: 'icon-button send', onclick: () => this.#submit() },
      icon(PLANE),
    );
    this.#field = el('div', { class: 'composer-field' });
    this.element = el(
      'div',
      { class: 'composer' },
      this.#popup,
      this.#problem,
      el('div', { class: 'composer-box' }, this.#field, this.#send),
    );
    this.#plain();
    app.store.on('channel', () => this.#plain());
    app.store.on('reader', () => {
      this.#list = new Listbox(t('commands'));
      this.#plain(this.#text.value);
      if (document.activeElement === this.#text) this.#typed();
    });
  }

  focus() {
    if (this.#form) this.#form.focus();
    else this.#text.focus();
  }

  /** Puts a command into the field, as if it had been typed and chosen. @param {string} typed its name, with a subcommand if it has any */
  begin(typed) {
    const entry = this.#entries().find(
      ({ name, subcommand }) => [name, subcommand].filter(Boolean).join(' ') === typed,
    );
    if (entry) this.#choose(entry);
    else {
      this.#plain(`/${typed}`);
      this.#text.focus();
    }
  }

  /** Gives files to the command that is being written. @param {File[]} files */
  take(files) {
    if (this.#form?.take(files)) return;
    this.focus();
    this.#say(t('noFiles'));
  }

  /** @param {string} [text] */
  #plain(text = '') {
    const { store } = this.#app;
    this.#form = null;
    this.#list.hide();
    this.#say('');
    if (!store.state) return;
    const where = this.#app.nameOfPlace(store.channel);
    const label = t(this.#mayWrite() ? 'messageField' : 'messageFieldNoWriting', { where });
    this.#text.placeholder = label;
    this.#text.setAttribute('aria-label', label);
    this.#send.setAttribute('aria-label', t('send'));
    this.#text.value = text;
    fill(this.#popup, this.#list.element);
    if (this.#text.parentElement !== this.#field) fill(this.#field, this.#text);
    this.#grow();
  }

  #mayWrite() {
    const { channel } = this.#app.store;
    if (!channel) return false;
    const needed = isThread(channel.type) ? Permission.SendInThreads : Permission.SendMessages;
    return (BigInt(channel.permissions) & needed) !== 0n;
  }

  /** @returns {Entry[]} */
  #entries() {
    const { store, locale, place } = this.#app;
    return place ? commandEntries(store.state.commands, { ...place, locale }) : [];
  }

  /** @returns {void} */
  #typed() {
    this.#grow();
    this.#say('');
    const text = this.#text.value;
    if (!text.startsWith('/') || text.includes('\n')) return this.#list.hide();
    const wanted = text.slice(1).toLocaleLowerCase();
    const entries = this.#entries();
    const exact = entries.find(({ title }) => `${title.toLocaleLowerCase()} ` === wanted);
    if (exact) return this.#choose(exact);
    const fitting = entries
      .filter(({ title, name, subcommand }) =>
        `${title} ${name} ${subcommand ?? ''}`.toLocaleLowerCase().includes(wanted.trim()),
      )
      .sort((a, b) => Number(b.title.startsWith(wanted)) - Number(a.title.startsWith(wanted)));
    const bot = this.#app.store.nameOf(this.#app.store.state.bot);
    this.#list.show(
      this.#text,
      fitting.map((entry) => ({ label: `/${entry.title}`, description: entry.description, hint: bot, value: entry })),
      {
        heading: wanted ? t('commandsMatching', { text: `/${wanted}` }) : t('commands'),
        note: fitting.length === 0 ? t('nothingFits') : '',
        onPick: ({ value }) => this.#choose(value),
      },
    );
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (this.#list.take(event) || event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === 'Escape') this.#say('');
  }

  /** @param {Entry} entry */
  #choose(entry) {
    this.#list.hide();
    this.#say('');
    this.#form = new CommandForm(entry, this.#app, {
      say: (problem) => this.#say(problem),
      leave: () => {
        this.#plain();
        this.#text.focus();
      },
      send: () => this.#submit(),
    });
    fill(this.#popup, this.#form.list.element);
    fill(this.#field, this.#form.element);
    this.#form.begin();
  }

  #submit() {
    if (this.#form) {
      const filled = this.#form.filled();
      if (!filled) return;
      this.#plain();
      this.#text.focus();
      void this.#app.runCommand(filled);
      return;
    }
    const text = this.#text.value.trim();
    const [, name] = /^\/(\S+)/.exec(text) ?? [];
    if (name) return this.#say(t('noCommand', { name }));
    if (text === '' || !this.#mayWrite()) return;
    this.#plain();
    void this.#app.write(text);
  }

  /** @param {string} problem */
  #say(problem) {
    if (this.#problem.textContent !== problem) this.#problem.textContent = problem;
  }

  #grow() {
    this.#text.style.height = 'auto';
    this.#text.style.height = `${Math.min(this.#text.scrollHeight, 200)}px`;
  }
}
