import { expect, it } from 'vitest';
import type { Playground } from '../../../../src/playground/startPlayground.ts';
import { restOn } from '../../support/bot.ts';

/** A body at a limit, one just beyond it, and how discord.js prints the refusal: `embeds[0].title[BASE_TYPE_MAX_LENGTH]`. */
export type Rule = readonly [rule: string, fits: unknown, breaks: unknown, says: string];

type Post = (body: unknown, playground: Playground) => Promise<unknown>;

/** One test for each rule, with discord.js's REST client: at the limit is accepted, beyond is refused, by name. */
export function itHolds(rules: readonly Rule[], playground: Playground, post: Post): void {
  it.each(rules)('%s', async (_, fits, breaks, says) => {
    await expect(post(fits, playground)).resolves.toBeDefined();
    const error = await post(breaks, playground).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 50035, status: 400 });
    expect((error as Error).message).toContain(`\n${says}`);
  });
}

/** Sends with discord.js's REST client, which checks nothing by itself. */
export function poster(path: string, method: 'post' | 'put' | 'patch' = 'post'): Post {
  return (body, playground) => restOn(playground)[method](path as `/${string}`, { body });
}

export const x = (length: number) => 'x'.repeat(length);
export const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
