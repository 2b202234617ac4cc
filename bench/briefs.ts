import { writeExtractiveBrief } from '../src/briefs/extractive.ts';
import { sentencesOfText } from '../src/news/brief.ts';
import { writeStory } from './briefs/writeStory.ts';
import type { Figure } from './main.ts';

const sizes = [3, 10, 60];
const warmUpMs = 1_000;
const measuredMs = 4_000;
const stories = 12;

/** How many briefs a second one thread writes without a model, of stories of 3, 10 and 60 articles of 400 words. */
export async function measure(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of sizes) {
    const materials = Array.from({ length: stories }, (_, seed) => writeStory(size, seed + 1));
    await writeFor(warmUpMs, materials);
    const { briefs, sentences, seconds } = await writeFor(measuredMs, materials);
    const label = `stories of ${size} articles`;
    figures.push({ name: `${label}: briefs`, value: briefs / seconds, unit: 'a second' });
    figures.push({ name: `${label}: sentences in a brief`, value: sentences / briefs, unit: 'sentences' });
  }
  return figures;
}

async function writeFor(ms: number, materials: readonly ReturnType<typeof writeStory>[]) {
  const started = performance.now();
  let briefs = 0;
  let sentences = 0;
  while (performance.now() - started < ms) {
    const brief = await writeExtractiveBrief(materials[briefs % materials.length]!);
    briefs += 1;
    sentences += sentencesOfText(brief).length;
  }
  return { briefs, sentences, seconds: (performance.now() - started) / 1_000 };
}
