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

  /** @param {string} id @returns {Promise<{ done?: string, problem?: string }>} */
  run(id) {
    return this.#post('action', { id });
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
   * @param {() => void} onReturn the connection was lost and is back: something may have been missed
   */
  listen(listeners, onReturn) {
    this.#source?.close();
    const source = new EventSource(`/playground/events?${this.#who()}`);
    this.#source = source;
    let wasLost = false;
    source.onerror = () => {
      wasLost = true;
    };
    source.onopen = () => {
      if (wasLost) onReturn();
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
  async #post(path, body) {
    const response = await fetch(`/playground/${path}?${this.#who()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => null);
    return response ? response.json() : { problem: 'the playground does not answer: is it still running?' };
  }

  /** @param {Record<string, string>} [query] */
  #who(query = {}) {
    return new URLSearchParams({ ...(this.person && { as: this.person }), locale: this.locale, ...query });
  }
}
