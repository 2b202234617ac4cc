import { el, icon } from '../dom.js';
import { formatBytes } from '../markdown/formatBytes.js';
import { webAddress } from '../markdown/parseInline.js';
import { t } from '../texts/texts.js';

const SHEET = 'M14 3H6v18h12V7l-4-4Zm0 0v4h4M9 12h6M9 16h6';
const DOWN = 'M12 4v11m-5-4 5 5 5-5M5 20h14';

/**
 * A file of a message, to be downloaded.
 * @param {string} url @param {string} name @param {number | null | undefined} bytes unknown for a file of a component
 * @param {string} locale
 */
export function fileCard(url, name, bytes, locale) {
  const href = webAddress(url);
  const link = { href, download: name, target: '_blank', rel: 'noopener' };
  return el(
    'div',
    { class: 'file' },
    icon(SHEET),
    el(
      'div',
      { class: 'file-facts' },
      el('a', { ...link, dir: 'auto' }, name),
      typeof bytes === 'number' && el('small', {}, formatBytes(bytes, locale)),
    ),
    href && el('a', { ...link, class: 'icon-button', 'aria-label': t('download', { name }) }, icon(DOWN)),
  );
}
