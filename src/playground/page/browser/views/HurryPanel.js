import { el, fill } from '../dom.js';
import { t } from '../texts/texts.js';

const OUTAGE_MS = 60_000;
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** What Discord itself does not have: the given actions, an outage, and what the bot asks for. @param {import('../app.js').App} app */
export function hurryPanel(app) {
  const { store } = app;
  const title = el('h2');
  const presence = el('p', { class: 'presence-line' });
  const actions = el('div', { class: 'actions' });
  const outage = el('button', { type: 'button', class: 'button danger', onclick: () => toggleOutage() });
  const invite = el('button', { type: 'button', class: 'button secondary', onclick: () => inviteBot() });
  const said = el('p', { class: 'said', role: 'status' });
  const heading = el('h3', { id: 'requests-heading' });
  const head = el('tr');
  const rows = el('tbody');
  const table = el('table', { 'aria-labelledby': 'requests-heading' }, el('thead', {}, head), rows);
  const list = el(
    'div',
    { class: 'requests', tabindex: 0, role: 'region', 'aria-labelledby': 'requests-heading' },
    table,
  );
  const element = el(
    'aside',
    { class: 'panel hurry', id: 'hurry' },
    title,
    presence,
    actions,
    invite,
    outage,
    said,
    heading,
    list,
  );

  const isDown = () => (store.state.outageUntil ?? 0) > Date.now();
  const toggleOutage = async () => {
    const { control } = store;
    const { problem, ...status } = isDown() ? await control.mendDiscord() : await control.breakDiscord(OUTAGE_MS);
    Object.assign(store.state, status);
    said.textContent = problem ?? '';
    renderStatus();
  };
  const inviteBot = async () => {
    invite.disabled = true;
    const { guildId, problem } = await store.control.invite();
    said.textContent = problem ?? '';
    await store.reload();
    invite.disabled = false;
    if (guildId) app.openGuild(guildId);
  };
  const renderStatus = () => {
    if (!store.state) return;
    const name = store.nameOf(store.state.bot);
    const isOnline = store.isConnected && store.state.online;
    presence.className = `presence-line ${isOnline ? 'online' : ''}`;
    invite.textContent = t('inviteBot', { name });
    presence.textContent = store.isConnected ? t(isOnline ? 'online' : 'offline', { name }) : t('connectionLost');
    outage.textContent = t(isDown() ? 'mendDiscord' : 'breakDiscord');
    outage.classList.toggle('danger', !isDown());
    outage.classList.toggle('primary', isDown());
    if (isDown() && store.isConnected) {
      const seconds = Math.ceil(((store.state.outageUntil ?? 0) - Date.now()) / 1000);
      presence.textContent = t('broken', { seconds });
    }
  };
  const renderRequests = () => {
    const { requests } = store.state;
    fill(
      rows,
      ...(requests.length > 0
        ? [...requests].reverse().map(row)
        : [el('tr', {}, el('td', { colspan: 4 }, t('noRequests')))]),
    );
  };
  /** @param {import('../types.js').RequestLine} request */
  const row = ({ method, path, status, ms, at }) =>
    el(
      'tr',
      {},
      el('td', {}, clock.format(at)),
      el('td', {}, el('span', { class: 'method' }, method), ' ', ...breakable(readablePath(path))),
      el(
        'td',
        { class: status >= 200 && status < 400 ? 'good' : 'bad' },
        status === 0 ? t('noAnswer') : String(status),
      ),
      el('td', {}, ms < 10 ? ms.toFixed(1) : String(Math.round(ms))),
    );
  /** A path that a line may break after each slash. @param {string} path */
  const breakable = (path) => path.split(/(?<=\/)/).flatMap((part) => [part, el('wbr')]);
  /** @param {string} path */
  const readablePath = (path) =>
    path
      .replace(/^\/channels\/(\d+)/, (whole, id) => {
        const channel = store.state.channels.find((each) => each.id === id);
        return channel?.name ? `#${channel.name}` : whole;
      })
      .replace(/\d{15,20}/g, '…')
      .replace('/…/…/', '/…/')
      .replace(/%[0-9A-F]{2}(?:%[0-9A-F]{2})*/gi, (bytes) => decoded(bytes));
  /** @param {string} id @param {HTMLButtonElement} button */
  const run = async (id, button) => {
    button.disabled = true;
    said.textContent = t('working');
    const { done, problem } = await store.control.run(id);
    said.textContent = done ?? problem ?? '';
    button.disabled = false;
    button.focus();
  };
  const render = () => {
    title.textContent = t('hurry');
    element.setAttribute('aria-label', t('hurry'));
    heading.textContent = t('requests');
    fill(
      head,
      ...[t('requestTime'), t('requestWhat'), t('requestStatus'), t('requestMs')].map((text) =>
        el('th', { scope: 'col' }, text),
      ),
    );
    fill(
      actions,
      ...store.state.actions.map(({ id, label }) => {
        const button = el('button', { type: 'button', class: 'button primary', onclick: () => run(id, button) }, label);
        return button;
      }),
    );
    renderStatus();
    renderRequests();
  };
  store.on('reader', render);
  store.on('requests', renderRequests);
  for (const topic of /** @type {const} */ (['status', 'connection'])) store.on(topic, renderStatus);
  setInterval(renderStatus, 1000);
  return { element, render };
}

/** @param {string} bytes as percent signs and digits */
function decoded(bytes) {
  try {
    return decodeURIComponent(bytes);
  } catch {
    return bytes;
  }
}
