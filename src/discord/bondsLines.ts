import type { Bonds } from '../news/storyBonds.ts';
import { figuresText } from './figuresText.ts';
import type { Say } from './languages/index.ts';
import { listOf } from './reasonText.ts';

/** What binds articles, a line for each kind of it; none where nothing does. */
export function bondsLines({ names, places, figures, words }: Bonds, say: Say, language: string): string[] {
  const regions = places.map((code) => code.replace('region:', ''));
  return [
    names.length > 0 ? say('whyNames', { list: listOf(names, 'names', language) }) : '',
    regions.length > 0 ? say('whyPlaces', { list: listOf(regions, 'places', language) }) : '',
    figures.length > 0 ? say('whyFigures', { list: figuresText(figures, language) }) : '',
    words.length > 0 ? say('whyWords', { list: listOf(words, 'words', language) }) : '',
  ].filter(Boolean);
}
