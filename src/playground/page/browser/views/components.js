import { Component } from '../discord.js';
import { el, icon } from '../dom.js';
import { webAddress } from '../markdown/parseInline.js';
import { renderMarkdown } from '../markdown/renderMarkdown.js';
import { t } from '../texts/texts.js';
import { fileCard } from './fileCard.js';
import { image } from './image.js';
import { selectElement } from './select.js';

/**
 * @typedef {import('../app.js').App} App
 * @typedef {{ message: import('../types.js').Message, pending: string | undefined }} Place
 */

/** The components of a message (components/reference). @param {any[]} components @param {Place} place @param {App} app */
export function componentElements(components, place, app) {
  return components.map((component) => componentElement(component, place, app));
}

/** @param {any} component @param {Place} place @param {App} app @returns {HTMLElement | null} */
function componentElement(component, place, app) {
  switch (component.type) {
    case Component.Row:
      return el('div', { class: 'row' }, ...componentElements(component.components, place, app));
    case Component.Button:
      return button(component, place, app);
    case Component.Section:
      return el(
        'div',
        { class: 'section' },
        el('div', {}, ...componentElements(component.components, place, app)),
        componentElement(component.accessory, place, app),
      );
    case Component.TextDisplay:
      return renderMarkdown(component.content, app.around);
    case Component.Thumbnail:
      return spoilered(
        component,
        image(component.media.url, component.description ?? t('imageAlt'), 'embed-thumbnail'),
      );
    case Component.Gallery:
      return el(
        'div',
        { class: 'gallery' },
        ...component.items.map((/** @type {any} */ item) =>
          spoilered(item, image(item.media.url, item.description ?? t('imageAlt'), 'gallery-image')),
        ),
      );
    case Component.File:
      return fileCard(component.file.url, fileName(component), component.size, app.locale);
    case Component.Separator:
      return el('div', {
        class: `separator${component.divider ? ' line' : ''}${component.spacing === 2 ? ' wide' : ''}`,
      });
    case Component.Container: {
      const box = el('div', { class: 'container' }, ...componentElements(component.components, place, app));
      if (typeof component.accent_color === 'number') {
        box.style.setProperty('--bar', `#${component.accent_color.toString(16).padStart(6, '0')}`);
      }
      return spoilered(component, box);
    }
    default:
      return selectElement(component, place, app);
  }
}

/** @param {{ name?: string | null, file: { url: string } }} component @returns {string} */
function fileName({ name, file }) {
  return name ?? file.url.split('/').at(-1) ?? file.url;
}

const STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'link', 'premium'];
const OUT = 'M14 4h6v6M20 4 10 14M18 14v6H4V6h6';

/** @param {any} component @param {Place} place @param {App} app */
function button(component, { message, pending }, app) {
  const label = [component.emoji?.id ? `:${component.emoji.name}:` : component.emoji?.name, component.label]
    .filter(Boolean)
    .join(' ');
  const className = `button ${STYLES[component.style] ?? 'secondary'}`;
  const href = component.url === undefined ? null : webAddress(component.url);
  if (href !== null) {
    return el('a', { class: className, href, target: '_blank', rel: 'noopener noreferrer' }, label, icon(OUT));
  }
  const waits = pending === component.custom_id;
  return el(
    'button',
    {
      ...{ type: 'button', class: `${className}${waits ? ' waiting' : ''}`, 'data-key': component.custom_id },
      ...{ disabled: Boolean(component.disabled), 'aria-busy': waits && 'true' },
      onclick: () => !waits && app.press(message, component.custom_id),
    },
    el('span', {}, label),
  );
}

/** @param {{ spoiler?: boolean }} component @param {HTMLElement | null} shown @returns {HTMLElement | null} */
function spoilered(component, shown) {
  if (!component.spoiler || !shown) return shown;
  const cover = el('button', {
    type: 'button',
    class: 'spoiler block',
    'aria-label': t('spoiler'),
    onclick: () => cover.replaceWith(shown),
  });
  return cover;
}
