import type { XmlElement } from '../xmlElement.ts';

const imageFile = /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i;

/** An item's pictures named outside its text, best first: Media RSS by width, its thumbnails, enclosures, others. */
export function imagesOf(item: XmlElement): string[] {
  const groups = [item, ...item.all('media:group')];
  const contents = groups.flatMap((group) => group.all('media:content'));
  const withThumbnails = [...groups, ...contents];
  return [
    ...byWidth(contents.filter(isImage)),
    ...byWidth(withThumbnails.flatMap((group) => group.all('media:thumbnail'))),
    ...byWidth(item.all('enclosure').filter(isImage)),
    ...item
      .each('itunes:image', 'image')
      .flatMap((image) => image.attribute('href') ?? image.attribute('url') ?? image.texts('url')[0] ?? image.text),
  ];
}

/** @see https://www.rssboard.org/media-rss#media-content */
function isImage(element: XmlElement): boolean {
  const type = element.attribute('type')?.toLowerCase();
  const medium = element.attribute('medium')?.toLowerCase();
  if (type) return type.startsWith('image/') || (medium === 'image' && !type.includes('/'));
  if (medium) return medium === 'image';
  return imageFile.test(element.attribute('url') ?? '');
}

function byWidth(elements: readonly XmlElement[]): string[] {
  return elements
    .map((element) => ({
      url: element.attribute('url')?.trim() || element.text.trim(),
      width: Number.parseInt(element.attribute('width') ?? '0', 10) || 0,
    }))
    .filter(({ url }) => url)
    .sort((a, b) => b.width - a.width)
    .map(({ url }) => url);
}
