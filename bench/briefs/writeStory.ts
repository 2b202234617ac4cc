import type { BriefMaterial } from '../../src/news/brief.ts';
import { anArticle, monday } from '../../tests/support/articles.ts';
import { aSource } from '../../tests/support/sources.ts';
import { createWriter } from '../search/writer.ts';

const sentencesOfStory = 40;
const sentencesOfArticle = 24;
const minuteMs = 60_000;

/**
 * A story of invented words, the same for the same seed: each article tells some two dozen of the story's forty sentences,
 * in words partly its own, with the names, figures, days and quotations that news has.
 */
export function writeStory(articleCount: number, seed: number): BriefMaterial {
  const { words } = createWriter('latin', seed);
  const name = () => words(1).replace(/^./, (letter) => letter.toUpperCase());
  const people = Array.from({ length: 6 }, () => `${name()} ${name()}`);
  const facts = Array.from({ length: sentencesOfStory }, () => words(9));
  const sentence = (fact: number): string => {
    const person = people[fact % people.length]!;
    const rest = `${facts[fact]} ${words(5)}`;
    switch (fact % 8) {
      case 0:
        return `The ${rest} left ${fact + 7} people dead in ${name()} on Monday.`;
      case 1:
        return `“The ${rest} of the ${words(2)},” said ${person}, who leads the ${words(1)}.`;
      case 2:
        return `The ${rest} will cost ${(fact + 1) * 13} million euros.`;
      case 3:
        return `It was not immediately clear whether the ${rest}.`;
      case 4:
        return `In 20${10 + (fact % 15)} the ${rest} near ${name()}.`;
      case 5:
        return `${person} denied that the ${rest} in ${name()}.`;
      case 6:
        return `On ${1 + (fact % 28)} November the ${rest} rose by ${fact} percent.`;
      default:
        return `He said the ${rest} with the ${words(4)}.`;
    }
  };
  const articles = Array.from({ length: articleCount }, (_, index) => {
    const from = (index * 5) % sentencesOfStory;
    const told = Array.from({ length: sentencesOfArticle }, (_, step) => sentence((from + step) % sentencesOfStory));
    return {
      ...anArticle({
        id: index + 1,
        title: `${name()} ${facts[from]}`,
        summary: told[0]!,
        text: told.join(' '),
        url: `https://paper.example/${index + 1}`,
        publishedAt: new Date(monday.getTime() + index * minuteMs),
      }),
      copyOf: index % 4 === 3 ? index : null,
      source: aSource({ id: index + 1, key: `paper${index}` }),
    };
  });
  const story = { id: seed, createdAt: monday, changedAt: monday, version: 1, headline: 'x', language: 'en' };
  return { story, language: 'en', articles };
}
