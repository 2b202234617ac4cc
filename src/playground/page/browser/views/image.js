import { el } from '../dom.js';
import { webAddress } from '../markdown/parseInline.js';
import { t } from '../texts/texts.js';

/**
 * A picture that this machine serves; of any other a line that says where it is, since the page fetches nothing from
 * elsewhere (an icon is left out).
 * @param {string | undefined} url @param {string} alt @param {string} className
 */
export function image(url, alt, className) {
  const address = url === undefined ? null : webAddress(url);
  if (address === null) return null;
  const { origin, host } = new URL(address);
  if (origin === location.origin) return el('img', { src: address, alt, class: className, loading: 'lazy' });
  if (className === 'embed-icon') return null;
  const text = t('imageElsewhere', { host });
  const kind = className === 'embed-thumbnail' ? `image-elsewhere ${className}` : 'image-elsewhere';
  return el('a', { href: address, target: '_blank', rel: 'noopener noreferrer', class: kind }, text);
}
