import { el } from '../dom.js';
import { formatTime } from './formatTime.js';

/** A moment in the reader's zone and language; a relative one goes on counting. @param {number} ms @param {string} style @param {string} locale */
export function liveTime(ms, style, locale) {
  const date = new Date(ms);
  const valid = !Number.isNaN(date.getTime());
  return el(
    'time',
    {
      ...(valid && { datetime: date.toISOString(), title: formatTime(ms, 'F', locale, Date.now()) }),
      ...(valid && style === 'R' && { 'data-relative': ms, 'data-locale': locale }),
    },
    formatTime(ms, style, locale, Date.now()),
  );
}

setInterval(() => {
  const now = Date.now();
  for (const element of document.querySelectorAll('time[data-relative]')) {
    const text = formatTime(
      Number(element.getAttribute('data-relative')),
      'R',
      element.getAttribute('data-locale') ?? 'en',
      now,
    );
    if (element.textContent !== text) element.textContent = text;
  }
}, 1000);
