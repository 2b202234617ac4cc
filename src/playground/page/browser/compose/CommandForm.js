import { MAX_FILE_BYTES, OptionType } from '../discord.js';
import { el, fill, icon } from '../dom.js';
import { formatBytes } from '../markdown/formatBytes.js';
import { t } from '../texts/texts.js';
import { Listbox } from '../views/Listbox.js';
import { channelItems, memberItems, roleItems } from '../views/whoAndWhere.js';
import { checkFile, checkOption } from './checkOption.js';
import { localDescription, localName } from './commandEntries.js';

/**
 * @typedef {import('../app.js').App} App
 * @typedef {import('./commandEntries.js').Entry} Entry
 * @typedef {import('./checkOption.js').AnyOption} AnyOption
 * @typedef {import('./checkOption.js').Suggestion} Suggestion
 * @typedef {{
 *   option: AnyOption, box: HTMLElement, input: HTMLInputElement | HTMLButtonElement, suggested: Suggestion[],
 *   chosen?: Suggestion, file?: File, take?: (file: File | undefined) => void,
 * }} Field what an option of the type attachment has instead of text: a `file`, and `take` to give it one
 */

const DEBOUNCE_MS = 180;
const CROSS = 'm6 6 12 12M18 6 6 18';
const CLIP = 'm20 11-8.5 8.5a5.5 5.5 0 0 1-8-8L12 3a3.7 3.7 0 0 1 5.5 5.5l-8.5 8.5a1.8 1.8 0 0 1-2.6-2.6L14 7';
const MOST = 25;

/** A command on its way: its options one after another, each with what the bot or Discord suggests for it. */
export class CommandForm {
  element;
  list;
  #entry;
  #app;
  #composer;
  #adder;
  /** @type {Field[]} */
  #fields = [];
  #asked = 0;
  #timer = 0;

  /** @param {Entry} entry @param {App} app @param {{ say: (problem: string) => void, leave: () => void, send: () => void }} composer */
  constructor(entry, app, composer) {
    this.#entry = entry;
    this.#app = app;
    this.#composer = composer;
    this.list = new Listbox(t('options'));
    this.#adder = el('input', {
      ...{
        class: 'add-option',
        role: 'combobox',
        autocomplete: 'off',
        spellcheck: 'false',
        'aria-label': t('addOption'),
      },
      ...{ 'aria-autocomplete': 'list', 'aria-expanded': 'false' },
      onfocus: () => this.#offerOptions(),
      oninput: () => this.#offerOptions(),
      onblur: () => this.list.hide(),
      onkeydown: (event) => this.#pressedInAdder(event),
    });
    const leave = el(
      'button',
      { type: 'button', class: 'icon-button leave', 'aria-label': t('leaveCommand'), onclick: () => composer.leave() },
      icon(CROSS),
    );
    this.element = el(
      'div',
      { class: 'command-form', role: 'group', 'aria-label': `/${entry.title}` },
      el('span', { class: 'command-title' }, `/${entry.title}`),
      this.#adder,
      leave,
    );
  }

  /** Shows what has to be filled in, and puts the focus there. */
  begin() {
    for (const option of this.#entry.options) if (/** @type {AnyOption} */ (option).required) this.#add(option);
    this.#renderAdder();
    (this.#fields[0]?.input ?? this.#adder).focus();
  }

  focus() {
    (this.#fields[0]?.input ?? this.#adder).focus();
  }

  /** Gives files to the options that take some, in their order; false if there is none. @param {readonly File[]} files */
  take(files) {
    let taken = 0;
    for (const file of files) {
      const open = this.#fields.filter(({ take }) => take);
      const free = open.find((field) => !field.file);
      const more = this.#remaining().find(({ type }) => type === OptionType.Attachment);
      const field = free ?? (more ? this.#add(more) : taken === 0 ? open[0] : undefined);
      if (!field?.take) break;
      field.take(file);
      taken += 1;
    }
    return taken > 0;
  }

  /** The command as it is to be sent; undefined, after saying why, if something is wrong. @returns {import('../types.js').Filled | undefined} */
  filled() {
    /** @type {Record<string, string | number | boolean>} */
    const options = {};
    /** @type {Record<string, File>} */
    const files = {};
    for (const field of this.#fields) {
      const { option, input } = field;
      if (input.value.trim() === '' && !option.required) continue;
      const checked = this.#checked(field);
      if ('problem' in checked) {
        this.#refuse(field, checked.problem);
        field.input.focus();
        return undefined;
      }
      if (field.file) files[option.name] = field.file;
      else options[option.name] = checked.value;
    }
    const { name, subcommand } = this.#entry;
    const channelId = this.#app.store.channelId ?? '';
    return { command: name, ...(subcommand && { subcommand }), options, files, channelId };
  }

  /** @param {Field} field @returns {import('./checkOption.js').Checked} */
  #checked(field) {
    const { option, input, file } = field;
    if (!file) return checkOption(option, input.value, this.#known(field));
    const problem = checkFile(file, (bytes) => formatBytes(bytes, this.#app.locale));
    return problem ? { problem } : { value: file.name };
  }

  /** @param {any} option @returns {Field} */
  #add(option) {
    const field = option.type === OptionType.Attachment ? this.#fileField(option) : this.#textField(option);
    this.#fields.push(field);
    this.#adder.before(field.box);
    this.#fit(field);
    this.#renderAdder();
    return field;
  }

  /** @param {AnyOption} option @returns {Field} */
  #fileField(option) {
    const { locale } = this.#app;
    const name = localName(option, locale);
    const chooser = el('input', {
      ...{ type: 'file', hidden: true, tabindex: -1, 'aria-label': name },
      onchange: () => take(chooser.files?.[0]),
    });
    const face = el('span', { class: 'option-file', dir: 'auto' });
    const button = el(
      'button',
      {
        ...{ type: 'button', class: 'choose-file', 'aria-required': option.required && 'true' },
        onclick: () => chooser.click(),
        onfocus: () => this.#hintAtFile(field),
        onblur: () => this.list.hide(),
        onkeydown: (event) => this.#pressedInFile(event, field),
      },
      icon(CLIP),
      face,
    );
    /** @param {File | undefined} file */
    const take = (file) => {
      field.file = file;
      button.value = file?.name ?? '';
      const shown = file ? `${file.name} · ${formatBytes(file.size, locale)}` : t('chooseFile');
      fill(face, shown);
      button.setAttribute('aria-label', `${name}: ${shown}. ${localDescription(option, locale)}`);
      const checked = file && this.#checked(field);
      this.#refuse(field, checked && 'problem' in checked ? checked.problem : undefined);
      if (!button.isConnected) return;
      button.focus();
      this.#hintAtFile(field);
    };
    const box = el('div', { class: 'option' }, el('span', { class: 'option-name' }, name), button, chooser);
    /** @type {Field} */
    const field = { option, box, input: button, suggested: [], take };
    take(undefined);
    return field;
  }

  /** @param {Field} field */
  #hintAtFile({ option, input, file }) {
    const { locale } = this.#app;
    const heading = [localName(option, locale), localDescription(option, locale)].filter(Boolean).join(' · ');
    const note = file ? '' : t('fileHint', { limit: formatBytes(MAX_FILE_BYTES, locale) });
    this.list.show(input, [], { heading, note, onPick: () => {} });
  }

  /** @param {KeyboardEvent} event @param {Field} field */
  #pressedInFile(event, field) {
    const { file, option } = field;
    if (event.key === 'Enter' && file) this.#sendFrom(event);
    else if (event.key === 'Escape') this.#leave(event);
    else if ((event.key === 'Backspace' || event.key === 'Delete') && file) field.take?.(undefined);
    else if (event.key === 'Backspace') {
      if (option.required) this.#leave(event);
      else this.#remove(field);
    }
  }

  /** @param {AnyOption} option @returns {Field} */
  #textField(option) {
    const { locale } = this.#app;
    const name = localName(option, locale);
    const input = el('input', {
      ...{
        role: 'combobox',
        autocomplete: 'off',
        spellcheck: 'false',
        'aria-autocomplete': 'list',
        'aria-expanded': 'false',
      },
      ...{
        'aria-label': `${name}: ${localDescription(option, locale)}`,
        'aria-required': option.required && 'true',
        dir: 'auto',
      },
      ...{
        inputmode:
          option.type === OptionType.Integer ? 'numeric' : option.type === OptionType.Number ? 'decimal' : 'text',
      },
      onfocus: () => this.#suggest(field),
      oninput: () => {
        this.#fit(field);
        this.#refuse(field, undefined);
        this.#suggest(field, DEBOUNCE_MS);
      },
      onblur: () => {
        this.list.hide();
        this.#check(field);
      },
      onkeydown: (event) => this.#pressed(event, field),
    });
    const box = el('label', { class: 'option' }, el('span', { class: 'option-name' }, name), input);
    /** @type {Field} */
    const field = { option, box, input, suggested: [] };
    return field;
  }

  /** @param {Field} field */
  #remove(field) {
    const index = this.#fields.indexOf(field);
    this.#fields.splice(index, 1);
    this.#renderAdder();
    (this.#fields[index - 1]?.input ?? this.#adder).focus();
    field.box.remove();
    this.#composer.say('');
  }

  #remaining() {
    return this.#entry.options.filter(({ name }) => !this.#fields.some(({ option }) => option.name === name));
  }

  #renderAdder() {
    const left = this.#remaining().length;
    this.#adder.placeholder = left > 0 ? t('optional', { count: left }) : '';
    this.#adder.classList.toggle('spent', left === 0);
  }

  #offerOptions() {
    const { locale } = this.#app;
    const typed = this.#adder.value;
    const wanted = typed
      .replace(/[\s:]+$/, '')
      .trimStart()
      .toLocaleLowerCase();
    const named = (/** @type {import('./commandEntries.js').Option} */ option) =>
      localName(option, locale).toLocaleLowerCase();
    const fitting = this.#remaining().filter((option) => named(option).startsWith(wanted));
    const exact = /[\s:]$/.test(typed) && fitting.find((option) => named(option) === wanted);
    if (exact) {
      this.#adder.value = '';
      this.#add(exact).input.focus();
      return;
    }
    this.list.show(
      this.#adder,
      fitting.map((option) => ({
        label: localName(option, locale),
        description: localDescription(option, locale),
        value: option,
      })),
      {
        heading: this.#remaining().length > 0 ? t('options') : '',
        note: wanted && fitting.length === 0 ? t('nothingFits') : '',
        first: wanted !== '',
        onPick: ({ value }) => {
          this.#adder.value = '';
          this.#add(value).input.focus();
        },
      },
    );
  }

  /** @param {KeyboardEvent} event */
  #pressedInAdder(event) {
    if (event.key === 'Escape') this.#leave(event);
    else if (this.list.take(event) || event.isComposing) return;
    else if (event.key === 'Enter') this.#sendFrom(event);
    else if (event.key === 'Backspace' && this.#adder.value === '') {
      event.preventDefault();
      const last = this.#fields.at(-1);
      if (last) last.input.focus();
      else this.#composer.leave();
    }
  }

  /** @param {KeyboardEvent} event @param {Field} field */
  #pressed(event, field) {
    const { input, option } = field;
    if (this.list.take(event) || event.isComposing) return;
    if (event.key === 'Enter') this.#sendFrom(event);
    else if (event.key === 'Escape') this.#leave(event);
    else if (event.key === 'Backspace' && input.value === '') {
      event.preventDefault();
      const index = this.#fields.indexOf(field);
      if (!option.required) this.#remove(field);
      else if (index > 0) this.#fields[index - 1]?.input.focus();
      else this.#composer.leave();
    }
  }

  /** @param {KeyboardEvent} event */
  #sendFrom(event) {
    event.preventDefault();
    this.#composer.send();
  }

  /** @param {KeyboardEvent} event */
  #leave(event) {
    event.preventDefault();
    this.#composer.leave();
  }

  /** What may be meant by name. @param {Field} field @returns {Suggestion[]} */
  #known({ option, suggested, chosen }) {
    const { store, locale } = this.#app;
    switch (option.type) {
      case OptionType.Boolean:
        return [
          { label: t('yes'), value: true },
          { label: t('no'), value: false },
        ];
      case OptionType.User:
        return memberItems(store);
      case OptionType.Role:
        return roleItems(store);
      case OptionType.Mentionable:
        return [...memberItems(store), ...roleItems(store)];
      case OptionType.Channel:
        return channelItems(store, option.channel_types);
      default:
        return (
          option.choices?.map((choice) => ({ label: localName(choice, locale), value: choice.value })) ?? [
            ...(chosen ? [chosen] : []),
            ...suggested,
          ]
        );
    }
  }

  /** Shows what may be given, asking the bot where it has said so. @param {Field} field @param {number} [delayMs] */
  #suggest(field, delayMs = 0) {
    const { option, input } = field;
    clearTimeout(this.#timer);
    const wanted = input.value.trim().replace(/^[@#]/, '').toLocaleLowerCase();
    if (option.autocomplete) {
      const asked = ++this.#asked;
      const fitting = field.suggested.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
      this.#show(field, fitting, fitting.length > 0 ? '' : t('loading'));
      this.#timer = setTimeout(() => void this.#ask(field, asked), delayMs);
      return;
    }
    const known = this.#known(field);
    const isDone = known.some(({ label }) => label.replace(/^[@#]/, '').toLocaleLowerCase() === wanted);
    const fitting = known.filter(({ label }) => isDone || label.toLocaleLowerCase().includes(wanted));
    this.#show(
      field,
      fitting.slice(0, MOST),
      wanted && known.length > 0 && fitting.length === 0 ? t('nothingFits') : '',
    );
  }

  /** @param {Field} field @param {number} asked */
  async #ask(field, asked) {
    const { option, input } = field;
    const { name, subcommand } = this.#entry;
    /** @type {Record<string, string | number | boolean>} */
    const options = {};
    for (const other of this.#fields) {
      if (other === field) continue;
      const checked = this.#checked(other);
      if ('value' in checked && !other.take) options[other.option.name] = checked.value;
    }
    options[option.name] = input.value;
    const { choices, problem } = await this.#app.store.control.act({
      ...{ kind: 'autocomplete', command: name, ...(subcommand && { subcommand }), options },
      ...{ channelId: this.#app.store.channelId ?? '', focused: option.name },
    });
    if (asked !== this.#asked || document.activeElement !== input) return;
    field.suggested = (choices ?? []).map((choice) => ({
      label: localName(choice, this.#app.locale),
      value: choice.value,
    }));
    this.#show(field, field.suggested, problem ? t('loadingFailed') : '');
  }

  /** @param {Field} field @param {readonly Suggestion[]} suggestions @param {string} note */
  #show(field, suggestions, note) {
    const { option, input } = field;
    const { locale } = this.#app;
    const limits = [
      option.min_value !== undefined && `≥ ${option.min_value}`,
      option.max_value !== undefined && `≤ ${option.max_value}`,
    ];
    const described = localDescription(option, locale);
    this.list.show(input, suggestions, {
      heading: [localName(option, locale), described, ...limits].filter(Boolean).join(' · '),
      note,
      first: input.value.trim() !== '' || !option.autocomplete,
      onPick: (suggestion) => {
        field.chosen = { label: suggestion.label, value: suggestion.value };
        input.value = suggestion.label;
        this.#fit(field);
        this.#refuse(field, undefined);
        clearTimeout(this.#timer);
        this.#asked += 1;
        this.list.hide();
        const next = this.#fields.find((each) => each.option.required && each.input.value.trim() === '');
        (next?.input ?? this.#adder).focus();
      },
    });
  }

  /** @param {Field} field */
  #check(field) {
    if (field.input.value.trim() === '') return;
    const checked = this.#checked(field);
    this.#refuse(field, 'problem' in checked ? checked.problem : undefined);
  }

  /** @param {Field} field @param {import('./checkOption.js').Problem | undefined} problem */
  #refuse({ option, input, box }, problem) {
    box.classList.toggle('wrong', Boolean(problem));
    input.setAttribute('aria-invalid', String(Boolean(problem)));
    this.#composer.say(problem ? `${localName(option, this.#app.locale)}: ${t(problem.key, problem.values)}` : '');
  }

  /** Makes an input as wide as its text, where CSS can't. @param {Field} field */
  #fit({ input }) {
    if (CSS.supports('field-sizing', 'content') || input instanceof HTMLButtonElement) return;
    const width = [...input.value].reduce((sum, char) => sum + (char > '\u2e80' ? 2 : 1), 1);
    input.style.width = `calc(${Math.min(30, Math.max(4, width))}ch + 18px)`;
  }
}
