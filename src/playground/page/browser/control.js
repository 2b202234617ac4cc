import { t } from './texts/texts.js';

/** The control API of the playground, for the person and the language that are chosen. */
export class Control {
  /** Who acts; null stands for whoever the playground proposes. @type {string | null} */
  person = null;
  locale = 'en-US';
  /** @type {EventSource | null} */
  #source = null;

  /** @returns {Promise<import('./types.js').State>} */
  state() {
    return this.#get('state', {});
  }

  /** @param {string} channel @param {string} [before] @returns {Promise<{ messages: import('./types.js').Message[], more: boolean }>} */
  messages(channel, before) {
    return this.#get('messages', { channel, ...(before && { before }) });
  }

  /** @param {import('./types.js').Act} act @returns {Promise<import('./types.js').Outcome>} */
  act(act) {
    return this.#post('act', act);
  }

  /** Sends a file ahead of the command that it belongs to. @param {File} file @returns {Promise<{ key?: string, problem?: string }>} */
  upload(file) {
    return this.#send('upload', file, 'application/octet-stream', { name: file.name, type: file.type });
  }

  /** @param {string} id @returns {Promise<{ done?: string, problem?: string }>} */
  run(id) {
    return this.#post('action', { id });
  }

  /** Invites the bot to a new server. @returns {Promise<{ guildId?: string, problem?: string }>} */
  invite() {
    return this.#post('invite', {});
  }

  /** @param {number} ms */
  breakDiscord(ms) {
    return this.#post('outage', { ms });
  }

  mendDiscord() {
    return this.#post('recover', {});
  }

  /**
   * Listens to what happens, until the next call.
   * @param {Record<string, (data: any) => void>} listeners by event
   * @param {{ lost: () => void, back: () => void, refused: () => void }} connection
   *   `lost`: there is none, a new one is being tried for; `back`: there is one again, and something may have been
   *   missed; `refused`: the playground runs, but not for this person
   */
  listen(listeners, { lost, back, refused }) {
    this.#source?.close();
    const source = new EventSource(`/playground/events?${this.#who()}`);
    this.#source = source;
    let wasLost = false;
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) refused();
      if (!wasLost) lost();
      wasLost = true;
    };
    source.onopen = () => {
      if (wasLost) back();
      wasLost = false;
    };
    for (const [event, listener] of Object.entries(listeners)) {
      source.addEventListener(event, ({ data }) => listener(JSON.parse(data)));
    }
  }

  /** @param {string} path @param {Record<string, string>} query */
  async #get(path, query) {
    const response = await fetch(`/playground/${path}?${this.#who(query)}`);
    const body = await response.json();
    if (!response.ok) throw new Error(body.problem);
    return body;
  }

  /** @param {string} path @param {object} body */
  #post(path, body) {
    return this.#send(path, JSON.stringify(body), 'application/json', {});
  }

  /** @param {string} path @param {string | File} body @param {string} type @param {Record<string, string>} query */
  async #send(path, body, type, query) {
    const request = { method: 'POST', headers: { 'content-type': type }, body };
    const response = await fetch(`/playground/${path}?${this.#who(query)}`, request).catch(() => null);
    return response ? response.json() : { problem: t('unreachable') };
  }

  /** @param {Record<string, string>} [query] */
  #who(query = {}) {
    return new URLSearchParams({ ...(this.person && { as: this.person }), locale: this.locale, ...query });
  }
}
