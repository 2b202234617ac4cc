import { isWebAddress } from '../news/article.ts';

type Words = string | null | undefined;
/** A message as Discord sends it, or as discord.js keeps it. */
type LinkedMessage = {
  readonly content: string;
  readonly embeds: readonly {
    readonly title?: Words;
    readonly url?: Words;
    readonly description?: Words;
    readonly fields?: readonly { readonly name: string; readonly value: string }[];
    readonly author?: { readonly url?: Words } | null;
  }[];
};

/** What follows an address in running text is none of it: neither spaces nor what markdown and CJK put around one. */
const address = /https?:\/\/[^\s<>"“”„«»\\^`{|}。、，！？；：「」『』（）【】《》]+/gi;
const trailing = ".,:;!?'’*_~]";
/** They lead to Discord itself: to messages, invitations, attachments. */
const discord = /(?:^|\.)discord(?:app)?\.(?:com|gg|net)$/i;

/** The web addresses in what a message says, then in what it shows of other pages; each once, in the order of reading. */
export function linksIn({ content, embeds }: LinkedMessage): string[] {
  const texts = [
    content,
    ...embeds.flatMap(({ url, title, author, description, fields }) => [
      url,
      title,
      description,
      ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
      author?.url,
    ]),
  ];
  const found = texts.flatMap((text) => text?.match(address) ?? []).map(withoutMarks);
  return [...new Set(found)].filter((link) => isWebAddress(link) && !discord.test(new URL(link).hostname));
}

/** `[text](address).` ends in what is not the address; `address_(city)` does not. */
function withoutMarks(link: string): string {
  let surplus = link.split(')').length - link.split('(').length;
  let end = link.length;
  for (; end > 0; end -= 1) {
    const mark = link.charAt(end - 1);
    if (mark === ')' && surplus > 0) surplus -= 1;
    else if (!trailing.includes(mark)) break;
  }
  return link.slice(0, end);
}
