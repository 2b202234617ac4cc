import { el, icon } from './dom.js';
import { recall, remember } from './remember.js';
import { t } from './texts/texts.js';

/** @typedef {'members' | 'hurry'} PanelName */

const WIDE = matchMedia('(min-width: 1100px)');
const NARROW = matchMedia('(max-width: 720px)');
const BARS = 'M4 6h16M4 12h16M4 18h16';
const PEOPLE =
  'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-7 9c0-4 3-6 7-6s7 2 7 6M16 4.5a3.5 3.5 0 0 1 0 6M18 14.5c2.5.7 4 2.6 4 5.5';
const BOLT = 'M13 2 4 14h7l-1 8 9-12h-7l1-8Z';
const CROSS = 'm6 6 12 12M18 6 6 18';

/**
 * What stands beside the messages: places on the left, on the right one of two panels or none. Where there is little
 * room they lie above the messages until one has used them.
 */
export class Drawers {
  /** What opens the places, where they are not always in sight. */
  opensPlaces = el(
    'button',
    {
      ...{ type: 'button', class: 'icon-button only-narrow', 'aria-controls': 'places' },
      onclick: () => this.#togglePlaces(),
    },
    icon(BARS),
  );
  #hasUnread = false;
  /** What lies between a drawer and the messages. */
  shade = el('button', { type: 'button', class: 'shade', tabindex: -1, onclick: () => this.close() });
  #places;
  #panels;
  #leave;

  /**
   * @param {HTMLElement} places @param {Record<PanelName, HTMLElement>} panels
   * @param {() => void} leave puts the focus back where one writes
   */
  constructor(places, panels, leave) {
    this.#places = places;
    this.#leave = leave;
    this.#panels = /** @type {const} */ ([
      this.#panel('members', panels.members, PEOPLE, ['showMembers', 'hideMembers']),
      this.#panel('hurry', panels.hurry, BOLT, ['showHurry', 'hideHurry']),
    ]);
    const adapt = () => {
      document.body.classList.remove('places-open');
      this.#show(WIDE.matches ? (recall('panel') ?? 'hurry') : '');
    };
    for (const query of [WIDE, NARROW]) query.addEventListener('change', adapt);
    adapt();
  }

  /** What opens and closes each panel. */
  get openers() {
    return this.#panels.map(({ opener }) => opener);
  }

  get isAnyOpen() {
    const { classList, dataset } = document.body;
    return classList.contains('places-open') || (!WIDE.matches && Boolean(dataset.panel));
  }

  /** Whether something waits in other places. */
  set hasUnread(/** @type {boolean} */ hasUnread) {
    this.#hasUnread = hasUnread;
    this.render();
  }

  /** Closes what lies above the messages. */
  close() {
    const hadFocus = this.isAnyOpen && !document.activeElement?.closest('main');
    document.body.classList.remove('places-open');
    this.#show(WIDE.matches ? (document.body.dataset.panel ?? '') : '');
    if (hadFocus) this.#leave();
  }

  /** Names the controls in the language that the page speaks, and says what is open. */
  render() {
    const { classList, dataset } = document.body;
    this.shade.setAttribute('aria-label', t('hideChannels'));
    this.opensPlaces.setAttribute(
      'aria-label',
      this.#hasUnread ? `${t('showChannels')}, ${t('unread')}` : t('showChannels'),
    );
    this.opensPlaces.classList.toggle('unread', this.#hasUnread);
    this.opensPlaces.setAttribute('aria-expanded', String(classList.contains('places-open')));
    this.#places.inert = NARROW.matches && !classList.contains('places-open');
    for (const { name, element, opener, closer, labels } of this.#panels) {
      const isOpen = dataset.panel === name;
      const label = t(labels[isOpen ? 1 : 0]);
      element.inert = !isOpen;
      opener.setAttribute('aria-label', label);
      opener.setAttribute('aria-expanded', String(isOpen));
      opener.title = label;
      closer.setAttribute('aria-label', t('hideChannels'));
    }
  }

  /**
   * @template {import('./texts/texts.js').TextKey} Key
   * @param {PanelName} name @param {HTMLElement} element @param {string} face @param {readonly [Key, Key]} labels
   */
  #panel(name, element, face, labels) {
    const opener = el(
      'button',
      { type: 'button', class: 'icon-button', 'aria-controls': element.id, onclick: () => this.#toggle(name) },
      icon(face),
    );
    const closer = el(
      'button',
      { type: 'button', class: 'icon-button panel-close', onclick: () => this.close() },
      icon(CROSS),
    );
    element.prepend(closer);
    return { name, element, opener, closer, labels };
  }

  /** @param {PanelName} name */
  #toggle(name) {
    const wanted = document.body.dataset.panel === name ? '' : name;
    if (NARROW.matches) document.body.classList.remove('places-open');
    if (WIDE.matches) remember('panel', wanted || 'none');
    this.#show(wanted);
    if (wanted && !WIDE.matches) this.#panels.find((panel) => panel.name === wanted)?.closer.focus();
  }

  #togglePlaces() {
    const opens = !document.body.classList.contains('places-open');
    this.#show(WIDE.matches ? (document.body.dataset.panel ?? '') : '');
    document.body.classList.toggle('places-open', opens);
    this.render();
    if (opens) this.#places.querySelector('button')?.focus();
  }

  /** @param {string} panel */
  #show(panel) {
    document.body.dataset.panel = panel === 'none' ? '' : panel;
    this.render();
  }
}
