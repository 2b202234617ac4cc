import { MAX_FILE_BYTES, OptionType } from '../discord.js';

/**
 * @typedef {import('discord-api-types/v10').APIApplicationCommandOption} Option
 * @typedef {{ key: import('../texts/texts.js').TextKey, values?: Record<string, string | number> }} Problem
 * @typedef {{ label: string, value: string | number | boolean }} Suggestion
 * @typedef {{ value: string | number | boolean } | { problem: Problem }} Checked
 * @typedef {{
 *   name: string, type: number, choices?: { name: string, value: string | number }[], autocomplete?: boolean,
 *   required?: boolean, min_value?: number, max_value?: number, min_length?: number, max_length?: number,
 *   channel_types?: number[], description: string,
 * }} AnyOption
 */

/**
 * What was typed as the option's value, or what is wrong with it (interactions/application-commands, "Application
 * Command Option Structure").
 * @param {AnyOption} option
 * @param {string} typed
 * @param {readonly Suggestion[]} known what may be meant by name: choices, members, roles, channels, true and false
 * @returns {Checked}
 */
export function checkOption(option, typed, known) {
  const text = typed.trim();
  if (text === '') return { problem: { key: 'required' } };
  const meant = known.find(({ label }) => same(label, text)) ?? known.find(({ value }) => String(value) === text);
  if (meant) return { value: meant.value };
  if (option.choices?.length) return refuse('notInList', { value: text });
  switch (option.type) {
    case OptionType.Integer:
    case OptionType.Number:
      return checkNumber(option, text);
    case OptionType.Boolean:
      return refuse('notInList', { value: text });
    case OptionType.User:
    case OptionType.Mentionable:
      return refuse('noSuchUser', { value: text });
    case OptionType.Role:
      return refuse('noSuchRole', { value: text });
    case OptionType.Channel:
      return refuse('noSuchChannel', { value: text });
    default:
      return checkText(option, text);
  }
}

/**
 * What is wrong with a file that is to be given, or null.
 * @param {{ name: string, size: number }} file @param {(bytes: number) => string} shown a size in words
 * @returns {Problem | null}
 */
export function checkFile({ name, size }, shown) {
  if (size <= MAX_FILE_BYTES) return null;
  return { key: 'fileTooLarge', values: { name, size: shown(size), limit: shown(MAX_FILE_BYTES) } };
}

/** @param {AnyOption} option @param {string} text @returns {Checked} */
function checkNumber(option, text) {
  const whole = option.type === OptionType.Integer;
  const value = Number(text.replace(',', '.'));
  if (Number.isNaN(value)) return refuse(whole ? 'notWhole' : 'notNumber', { value: text });
  if (whole && !Number.isSafeInteger(value)) return refuse('notWhole', { value: text });
  if (option.min_value !== undefined && value < option.min_value)
    return refuse('tooSmall', { limit: option.min_value });
  if (option.max_value !== undefined && value > option.max_value)
    return refuse('tooLarge', { limit: option.max_value });
  return { value };
}

/** @param {AnyOption} option @param {string} text @returns {Checked} */
function checkText({ min_length: min = 0, max_length: max = 6000 }, text) {
  if (text.length < min) return refuse('tooShort', { limit: min, length: text.length });
  if (text.length > max) return refuse('tooLong', { limit: max, length: text.length });
  return { value: text };
}

/** @param {Problem['key']} key @param {Problem['values']} [values] */
function refuse(key, values = {}) {
  return { problem: { key, values } };
}

/** @param {string} a @param {string} b */
function same(a, b) {
  /** @param {string} text */
  const bare = (text) => text.replace(/^[@#]/, '').toLocaleLowerCase();
  return bare(a) === bare(b);
}
