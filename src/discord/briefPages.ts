import type { Sentence } from '../news/brief.ts';
import type { BriefBlock, BriefLine } from './briefBlocks.ts';

type BriefPage = { readonly text: string; readonly sentences: readonly Sentence[] };

/** With title, phase, related stories and notice it stays below the 6,000 characters that Discord takes. */
const longestPage = 3_600;
/** A select has no more options. */
const mostSentences = 25;
/** A page that is so full may end early, so that what belongs together stands together. */
const fullEnough = 0.5;

/**
 * Blocks on as many pages as they need: lines stay whole, a heading stands over a line of its own and again where its
 * lines go on. A line longer than a page would be a page of its own.
 *
 * @returns at least one page
 */
export function briefPages(blocks: readonly BriefBlock[]): BriefPage[] {
  const pages: { blocks: BriefBlock[]; length: number; count: number }[] = [];
  const turn = () => {
    const page = { blocks: [], length: 0, count: 0 };
    pages.push(page);
    return page;
  };
  for (const block of blocks) {
    let page = pages.at(-1) ?? turn();
    const whole = block.lines.reduce((sum, line) => sum + line.text.length + 1, headingOf(block).length);
    const isCut = page.length + whole > longestPage;
    if (isCut && whole <= longestPage && page.length > longestPage * fullEnough) page = turn();
    let lines: BriefLine[] | null = null;
    for (const line of block.lines) {
      const added = (lines ? 0 : headingOf(block).length + 2) + line.text.length + 1;
      const isFull = page.length + added > longestPage || page.count + line.sentences.length > mostSentences;
      if (isFull && page.length > 0) {
        page = turn();
        lines = null;
      }
      if (!lines) {
        lines = [];
        page.blocks.push({ ...block, lines });
        page.length += headingOf(block).length + 2;
      }
      lines.push(line);
      page.length += line.text.length + 1;
      page.count += line.sentences.length;
    }
  }
  return pages.map((page) => ({
    text: page.blocks.map(textOf).join('\n\n'),
    sentences: page.blocks.flatMap(({ lines }) => lines.flatMap(({ sentences }) => sentences)),
  }));
}

function headingOf({ heading }: BriefBlock): string {
  return heading === null ? '' : `**${heading}**\n`;
}

function textOf(block: BriefBlock): string {
  return (headingOf(block) + block.lines.map(({ text }) => text).join('\n')).trim();
}
