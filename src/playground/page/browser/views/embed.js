import { el } from '../dom.js';
import { liveTime } from '../markdown/liveTime.js';
import { webAddress } from '../markdown/parseInline.js';
import { renderInline, renderMarkdown } from '../markdown/renderMarkdown.js';
import { t } from '../texts/texts.js';
import { image } from './image.js';

/** @typedef {import('../markdown/renderMarkdown.js').Surroundings} Surroundings */

/** An embed as Discord shows it (resources/message, "Embed Object"). @param {import('discord-api-types/v10').APIEmbed} embed @param {Surroundings} around */
export function embedElement(embed, around) {
  const { author, title, description, fields = [], footer, timestamp } = embed;
  const thumbnail = image(embed.thumbnail?.url, t('imageAlt'), 'embed-thumbnail');
  const card = el(
    'article',
    { class: 'embed' },
    thumbnail,
    author &&
      el('div', { class: 'embed-author' }, image(author.icon_url, '', 'embed-icon'), linked(author.name, author.url)),
    title && el('div', { class: 'embed-title' }, linked(renderInline(title, around), embed.url)),
    description && el('div', { class: 'embed-description' }, renderMarkdown(description, around)),
    fields.length > 0 && el('div', { class: 'embed-fields' }, ...fields.map((field) => fieldElement(field, around))),
    image(embed.image?.url, t('imageAlt'), 'embed-image'),
    (footer || timestamp) &&
      el(
        'div',
        { class: 'embed-footer', dir: 'auto' },
        footer && image(footer.icon_url, '', 'embed-icon'),
        footer && el('span', {}, footer.text),
        footer && timestamp && el('span', { 'aria-hidden': 'true' }, '•'),
        timestamp && liveTime(Date.parse(timestamp), 'f', around.locale),
      ),
  );
  if (embed.color !== undefined) card.style.setProperty('--bar', `#${embed.color.toString(16).padStart(6, '0')}`);
  return card;
}

/** @param {import('discord-api-types/v10').APIEmbedField} field @param {Surroundings} around */
function fieldElement({ name, value, inline }, around) {
  return el(
    'div',
    { class: inline ? 'embed-field inline' : 'embed-field' },
    el('div', { class: 'embed-field-name' }, renderInline(name, around)),
    renderMarkdown(value, around),
  );
}

/** @param {string | HTMLElement} content @param {string | undefined} url */
function linked(content, url) {
  const href = url === undefined ? null : webAddress(url);
  if (href === null) return el('span', {}, content);
  return el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, content);
}
