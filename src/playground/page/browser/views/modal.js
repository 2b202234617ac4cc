import { Component } from '../discord.js';
import { el, fill } from '../dom.js';
import { renderMarkdown } from '../markdown/renderMarkdown.js';
import { t } from '../texts/texts.js';
import { selectField } from './select.js';

/** @typedef {import('../app.js').App} App */

let fields = 0;

/**
 * Opens a form that the bot answered with (interactions/receiving-and-responding, "Modal").
 * @param {import('../types.js').Modal} modal @param {App} app
 * @param {(values: Record<string, string | string[]>) => Promise<string | undefined>} submit resolves to what went wrong
 */
export function openModal(modal, app, submit) {
  /** @type {Record<string, string | string[]>} */
  const values = {};
  const problem = el('p', { class: 'problem', role: 'alert' });
  const parts = modal.components.map((component) => formPart(component, values, app));
  const send = el('button', { type: 'submit', class: 'button primary' }, t('submit'));
  const form = el(
    'form',
    {
      novalidate: true,
      onsubmit: async (/** @type {Event} */ event) => {
        event.preventDefault();
        const wrong = parts.map(({ check }) => check()).filter(Boolean);
        if (wrong[0]) return wrong[0].focus();
        send.disabled = true;
        const reason = await submit(values);
        send.disabled = false;
        if (reason === undefined) dialog.close();
        else fill(problem, reason);
      },
    },
    el('h2', { id: 'modal-title' }, modal.title),
    ...parts.map(({ element }) => element),
    problem,
    el(
      'div',
      { class: 'modal-actions' },
      el('button', { type: 'button', class: 'button secondary', onclick: () => dialog.close() }, t('cancel')),
      send,
    ),
  );
  const dialog = el(
    'dialog',
    { class: 'modal', 'aria-labelledby': 'modal-title', onclose: () => dialog.remove() },
    form,
  );
  document.body.append(dialog);
  dialog.showModal();
  const first = form.querySelector('input, textarea, [role=combobox]');
  if (first instanceof HTMLElement) first.focus();
}

/**
 * @param {any} component @param {Record<string, string | string[]>} values @param {App} app @param {string} [label] @param {string} [description]
 * @returns {{ element: HTMLElement | null, check: () => HTMLElement | null }} `check` gives what is not filled as it must be
 */
function formPart(component, values, app, label, description) {
  switch (component.type) {
    case Component.Row:
      return formPart(component.components[0], values, app);
    case Component.Label:
      return formPart(component.component, values, app, component.label, component.description);
    case Component.TextDisplay:
      return { element: renderMarkdown(component.content, app.around), check: () => null };
    case Component.TextInput:
      return textField(component, values, label ?? component.label, description);
    default:
      return chosenField(component, values, app, label ?? '', description);
  }
}

/** @param {any} component @param {Record<string, string | string[]>} values @param {string} label @param {string} [description] */
function textField(component, values, label, description) {
  const { custom_id, style, placeholder, value = '', required = true, min_length = 0, max_length = 4000 } = component;
  values[custom_id] = value;
  const id = `field-${++fields}`;
  const problem = el('small', { class: 'problem', id: `${id}-problem`, role: 'status' });
  const input = el(/** @type {'input'} */ (style === 2 ? 'textarea' : 'input'), {
    ...{
      id,
      placeholder,
      maxlength: max_length,
      'aria-required': required && 'true',
      'aria-describedby': `${id}-problem`,
    },
    oninput: () => {
      values[custom_id] = input.value;
      problem.textContent = '';
    },
  });
  input.value = value;
  const check = () => {
    const { length } = input.value;
    const isShort = length > 0 && length < min_length;
    const wrong = required && length === 0 ? t('needed') : isShort ? t('tooShort', { limit: min_length, length }) : '';
    problem.textContent = wrong;
    input.setAttribute('aria-invalid', String(wrong !== ''));
    return wrong ? input : null;
  };
  return { element: field(id, label, required, description, input, problem), check };
}

/** @param {any} component @param {Record<string, string | string[]>} values @param {App} app @param {string} label @param {string} [description] */
function chosenField(component, values, app, label, description) {
  const { custom_id, required = true, options = [], default_values = [] } = component;
  values[custom_id] = [...options.filter(isPreset).map(choiceOf), ...default_values.map(idOf)];
  const problem = el('small', { class: 'problem', role: 'status' });
  const element = selectField(component, app, {
    ...{ label, keeps: true },
    onChoose: (chosen) => {
      values[custom_id] = chosen;
      problem.textContent = '';
    },
  });
  const check = () => {
    const isEmpty = required && !(values[custom_id] ?? []).length;
    problem.textContent = isEmpty ? t('needed') : '';
    return isEmpty ? element.querySelector('button') : null;
  };
  return { element: field('', label, required, description, element, problem), check };
}

const isPreset = (/** @type {{ default?: boolean }} */ option) => Boolean(option.default);
const choiceOf = (/** @type {{ value: string }} */ option) => option.value;
const idOf = (/** @type {{ id: string }} */ preset) => preset.id;

/** @param {string} id @param {string} label @param {boolean} required @param {string | undefined} description @param {...HTMLElement} content */
function field(id, label, required, description, ...content) {
  const mark = required ? el('span', { class: 'required', 'aria-hidden': 'true' }, ' *') : null;
  const name = id ? el('label', { for: id }, label, mark) : el('div', { class: 'label' }, label, mark);
  return el('div', { class: 'field' }, name, description ? el('small', {}, description) : null, ...content);
}
