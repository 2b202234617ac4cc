import { Component } from '../discord.js';
import { el, icon } from '../dom.js';
import { t } from '../texts/texts.js';
import { Listbox } from './Listbox.js';
import { channelItems, memberItems, roleItems } from './whoAndWhere.js';

/** @typedef {import('../app.js').App} App @typedef {import('./Listbox.js').Item} Item */

const DOWN = 'm6 9 6 6 6-6';

/** A select of a message. @param {any} component @param {import('./components.js').Place} place @param {App} app */
export function selectElement(component, { message, pending }, app) {
  return selectField(component, app, {
    busy: pending === component.custom_id,
    onChoose: (values) => app.select(message, component.custom_id, values),
  });
}

/**
 * A button that opens a list of things to choose from, one or several (components/reference, "String Select" and the
 * others).
 * @param {any} component @param {App} app
 * @param {{ busy?: boolean, label?: string, keeps?: boolean, onChoose: (values: string[]) => void }} options
 *   `keeps`: the choice stays visible and is told at every change, as in a form
 */
export function selectField(component, app, { busy = false, label, keeps = false, onChoose }) {
  const { min_values: min = 1, max_values: max = 1 } = component;
  const { items, placeholder } = offered(component, app);
  const several = max > 1;
  const isPreset = (/** @type {Item} */ item) => item.value.preset;
  let chosen = new Set(items.filter(isPreset).map(({ value }) => value.id));
  const list = new Listbox(placeholder, several);
  const text = el('span', { class: 'select-text' });
  const say = () => {
    const names = items.filter(({ value }) => chosen.has(value.id)).map((item) => item.label);
    text.textContent = names.length > 0 ? names.join(', ') : placeholder;
    opener.classList.toggle('empty', names.length === 0);
    opener.setAttribute('aria-label', [label, placeholder, ...names].filter(Boolean).join(': '));
  };
  const finish = () => {
    if (!list.isOpen) return;
    list.hide();
    if (several && chosen.size >= min && changed) onChoose([...chosen]);
    changed = false;
  };
  let changed = false;
  /** @param {Item} item */
  const pick = ({ value }) => {
    if (!several) {
      chosen = new Set([value.id]);
      list.hide();
      say();
      onChoose([value.id]);
      return;
    }
    if (chosen.has(value.id)) chosen.delete(value.id);
    else if (chosen.size < max) chosen.add(value.id);
    changed = true;
    list.refresh();
    say();
    if (keeps) onChoose([...chosen]);
  };
  const toggle = () => {
    if (list.isOpen) finish();
    else {
      list.show(opener, items, {
        onPick: pick,
        isChosen: ({ value }) => chosen.has(value.id),
        note: items.length === 0 ? t('nothingFits') : '',
      });
    }
  };
  const opener = el(
    'button',
    {
      ...{ type: 'button', class: `select${busy ? ' waiting' : ''}`, role: 'combobox', 'aria-haspopup': 'listbox' },
      ...{ 'aria-expanded': 'false', disabled: Boolean(component.disabled) || busy, 'data-key': component.custom_id },
      onclick: toggle,
      onblur: finish,
      onkeydown: (event) => {
        if (list.isOpen && event.key === ' ' && list.active) {
          event.preventDefault();
          pick(list.active);
        } else if (list.isOpen && several && event.key === 'Tab') finish();
        else if (list.take(event)) {
          if (several && event.key === 'Escape') changed = false;
        } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault();
          toggle();
        }
      },
    },
    text,
    icon(DOWN),
  );
  say();
  const element = el('div', { class: 'select-box' }, opener, list.element);
  if (several)
    list.element.append(
      el('button', { type: 'button', class: 'button primary', tabindex: -1, onclick: finish }, t('done')),
    );
  return element;
}

/** @param {any} component @param {App} app @returns {{ items: Item[], placeholder: string }} */
function offered(component, app) {
  const presets = new Set((component.default_values ?? []).map((/** @type {{ id: string }} */ { id }) => id));
  /** @param {Item[]} items @returns {Item[]} */
  const withPresets = (items) =>
    items.slice(0, 100).map((item) => ({ ...item, value: { id: item.value, preset: presets.has(item.value) } }));
  const members = () => withPresets(memberItems(app.store));
  const roles = () => withPresets(roleItems(app.store));
  switch (component.type) {
    case Component.UserSelect:
      return { items: members(), placeholder: component.placeholder ?? t('chooseUser') };
    case Component.RoleSelect:
      return { items: roles(), placeholder: component.placeholder ?? t('chooseRole') };
    case Component.MentionableSelect:
      return { items: [...members(), ...roles()], placeholder: component.placeholder ?? t('chooseMember') };
    case Component.ChannelSelect:
      return {
        items: withPresets(channelItems(app.store, component.channel_types)),
        placeholder: component.placeholder ?? t('chooseChannel'),
      };
    default:
      return {
        items: (component.options ?? []).map((/** @type {any} */ option) => ({
          label: [option.emoji?.id ? '' : option.emoji?.name, option.label].filter(Boolean).join(' '),
          description: option.description,
          value: { id: option.value, preset: Boolean(option.default) },
        })),
        placeholder: component.placeholder ?? t('choose'),
      };
  }
}
