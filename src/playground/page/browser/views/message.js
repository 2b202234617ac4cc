import { CommandType, Flag, MessageType, Permission } from '../discord.js';
import { el, icon } from '../dom.js';
import { formatTime } from '../markdown/formatTime.js';
import { liveTime } from '../markdown/liveTime.js';
import { renderMarkdown } from '../markdown/renderMarkdown.js';
import { t } from '../texts/texts.js';
import { avatar } from './avatar.js';
import { componentElements } from './components.js';
import { embedElement } from './embed.js';
import { fileCard } from './fileCard.js';
import { image } from './image.js';
import { openMenu } from './menu.js';
import { origin } from './origin.js';
import { reactionRow } from './reactions.js';
import { threadCard, threadSign } from './threadCard.js';

/**
 * @typedef {import('../app.js').App} App
 * @typedef {import('../types.js').Message} Message
 * @typedef {{ grouped: boolean, pending: string | undefined, failed: string | undefined }} Situation
 *   `grouped`: it follows another of the same author; `pending`: the control that waits for the bot
 */

const EYE = 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12Zm10 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z';
const DOTS = 'M5 12h.01M12 12h.01M19 12h.01';
const PIN = 'M9 4h6l-1 6 3 3v2H7v-2l3-3-1-6Zm3 11v5';
const QUICK_EMOJIS = ['👍', '❤️', '🎉', '👀'];

/** A message as Discord shows it. @param {Message} message @param {Situation} situation @param {App} app */
export function messageElement(message, { grouped, pending, failed }, app) {
  const { author } = message;
  const isEphemeral = Boolean((message.flags ?? 0) & Flag.Ephemeral);
  const name = app.store.authorOf(message);
  const thread = threadSign(message.id, app);
  const more = (/** @type {MouseEvent | null} */ event, /** @type {HTMLElement} */ from) => {
    const { left, bottom } = from.getBoundingClientRect();
    openMenu(event ? { x: event.clientX, y: event.clientY } : { x: left, y: bottom }, messageMenu(message, app));
  };
  const moreButton = el(
    'button',
    { type: 'button', class: 'more', 'aria-label': t('more', { name }), 'aria-haspopup': 'menu' },
    icon(DOTS),
  );
  moreButton.addEventListener('click', () => more(null, moreButton));
  const element = el(
    'li',
    {
      class: `message${grouped ? ' grouped' : ''}${isEphemeral ? ' ephemeral' : ''}${mentionsMe(message, app) ? ' mentioned' : ''}`,
      'data-id': message.id,
      'data-thread': thread || null,
      oncontextmenu: (/** @type {MouseEvent} */ event) => {
        if (message.local || (event.target instanceof Element && event.target.closest('a, .menu'))) return;
        event.preventDefault();
        if (event.button === 2 && event.clientX > 0) more(event, element);
        else more(null, event.target instanceof HTMLElement ? event.target : element);
      },
    },
    ...(message.type === MessageType.Pinned
      ? [pinNotice(message, name, app)]
      : [
          !grouped && origin(message, app),
          el(
            'div',
            { class: 'message-main' },
            grouped
              ? el(
                  'span',
                  { class: 'message-hour', 'aria-hidden': 'true' },
                  formatTime(Date.parse(message.timestamp), 't', app.locale, Date.now()),
                )
              : avatar(author),
            el(
              'div',
              { class: 'message-content' },
              !grouped && header(message, name, app),
              ...content(message, { pending, failed }, app),
              isEphemeral && ephemeralNote(message, app),
            ),
          ),
        ]),
    message.local ? null : el('div', { class: 'message-tools' }, moreButton),
  );
  return element;
}

/** @param {Message} message @param {string} name @param {App} app */
function header(message, name, app) {
  const { author, timestamp } = message;
  return el(
    'div',
    { class: 'message-header' },
    app.store.user(author.id)
      ? el(
          'button',
          {
            ...{ type: 'button', class: 'author', 'aria-haspopup': 'menu' },
            onclick: (/** @type {MouseEvent} */ event) => app.openUser(author.id, event),
          },
          name,
        )
      : el('span', { class: 'author' }, name),
    author.bot && el('span', { class: 'app-tag' }, t('app')),
    timeElement(timestamp, app.locale),
    message.pinned && el('span', { class: 'pinned' }, icon(PIN), t('pinned')),
  );
}

/** A line that says who pinned which message (type 6). @param {Message} message @param {string} name @param {App} app */
function pinNotice(message, name, app) {
  const pinned = message.message_reference?.message_id ?? '';
  return el(
    'div',
    { class: 'notice' },
    icon(PIN),
    el(
      'span',
      {},
      el('button', { type: 'button', onclick: () => app.showMessage(pinned) }, t('pinnedMessage', { name })),
      timeElement(message.timestamp, app.locale),
    ),
  );
}

/** @param {string} timestamp @param {string} locale */
function timeElement(timestamp, locale) {
  const title = formatTime(Date.parse(timestamp), 'F', locale, 0);
  return el('time', { datetime: timestamp, title }, shownTime(timestamp, locale));
}

/** @param {string} timestamp @param {string} locale */
function shownTime(timestamp, locale) {
  const ms = Date.parse(timestamp);
  const isToday = new Date(ms).toDateString() === new Date().toDateString();
  if (isToday) return t('today', { time: formatTime(ms, 't', locale, 0) });
  return formatTime(ms, 's', locale, 0);
}

/** @param {Message} message @param {{ pending: string | undefined, failed: string | undefined }} state @param {App} app */
function content(message, { pending, failed }, app) {
  if (message.local === 'waiting') return [thinking(t('sending'))];
  if (message.local === 'silent') return [el('p', { class: 'problem' }, t('silent'))];
  if (message.local === 'refused') return [el('p', { class: 'problem' }, message.content)];
  if ((message.flags ?? 0) & Flag.Loading) return [thinking(t('thinking', { name: app.store.authorOf(message) }))];
  const hidesEmbeds = (message.flags ?? 0) & Flag.SuppressEmbeds;
  return [
    message.content && renderMarkdown(message.content, app.around),
    message.edited_timestamp &&
      el(
        'span',
        { class: 'edited', title: formatTime(Date.parse(message.edited_timestamp), 'F', app.locale, 0) },
        `(${t('edited')})`,
      ),
    ...message.attachments.map((file) =>
      file.content_type?.startsWith('image/')
        ? image(file.url, file.description ?? file.filename, 'attachment')
        : fileCard(file.url, file.filename, file.size, app.locale),
    ),
    ...(hidesEmbeds ? [] : message.embeds.map((embed) => embedElement(embed, app.around))),
    message.components?.length
      ? el('div', { class: 'components' }, ...componentElements(message.components, { message, pending }, app))
      : null,
    failed ? el('p', { class: 'problem', role: 'status' }, failed) : null,
    reactionRow(message, app),
    threadCard(message.id, app),
  ];
}

/** @param {string} text */
function thinking(text) {
  const dots = el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'));
  return el('p', { class: 'thinking', role: 'status' }, dots, text);
}

/** @param {Message} message @param {App} app */
function ephemeralNote(message, app) {
  return el(
    'div',
    { class: 'ephemeral-note' },
    icon(EYE),
    t('onlyYou'),
    el('span', { 'aria-hidden': 'true' }, '•'),
    el('button', { type: 'button', class: 'link', onclick: () => app.dismiss(message) }, t('dismiss')),
  );
}

/** @param {Message} message @param {App} app @returns {import('./menu.js').MenuItem[]} */
function messageMenu(message, app) {
  const text = [message.content, ...message.embeds.flatMap(({ title, description }) => [title, description])]
    .filter(Boolean)
    .join('\n');
  const commands = app.contextCommands(CommandType.Message);
  const reactions = QUICK_EMOJIS.map((emoji) => ({
    ...{ label: t('reactWith', { emoji }), face: emoji },
    act: () => void app.react(message, emoji, true),
  }));
  return [
    ...(mayReact(message, app) ? [{ row: reactions }] : []),
    ...(commands.length > 0 ? [{ heading: t('apps') }] : []),
    ...commands.map(({ name, label }) => ({ label, act: () => app.useOnMessage(name, message) })),
    { label: t('copyText'), act: () => void navigator.clipboard?.writeText(text) },
    { label: t('copyId'), act: () => void navigator.clipboard?.writeText(message.id) },
  ];
}

/** @param {Message} message @param {App} app */
function mayReact({ flags }, { store }) {
  return !((flags ?? 0) & Flag.Ephemeral) && (BigInt(store.channel?.permissions ?? 0) & Permission.AddReactions) !== 0n;
}

/** @param {Message} message @param {App} app */
function mentionsMe(message, app) {
  return !message.local && message.mentions?.some(({ id }) => id === app.store.state.me);
}

/** The line between two days. @param {string} timestamp @param {string} locale */
export function dayDivider(timestamp, locale) {
  return el('li', { class: 'day', role: 'separator' }, liveTime(Date.parse(timestamp), 'D', locale));
}
