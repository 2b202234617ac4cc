import { stripVTControlCharacters, styleText } from 'node:util';
import type { Briefing } from './news/briefing.ts';
import { clip } from './text/clip.ts';

type Style = Parameters<typeof styleText>[0];

const width = Math.min(process.stdout.columns || 100, 100);

/** What a person sees who starts Tidings without a token. */
export function welcome(world: {
  origin: string;
  databaseFile: string;
  publishers: number;
  languages: number;
  pollSeconds: number;
  paceSeconds: number;
}): string {
  return [
    '',
    `${bold('Tidings')} is running, on a Discord of its own: no DISCORD_TOKEN is set.`,
    '',
    row('Open', `${bold(world.origin)}  in a browser: read briefings, type / for commands`),
    row('', `REST at ${world.origin}/api/v10, any token`),
    row(
      'News',
      `${world.publishers} sample publishers in ${world.languages} languages, asked every ${world.pollSeconds} s`,
    ),
    row('', `one more article every ${world.paceSeconds} s`),
    row('Database', world.databaseFile),
    row('Your server', 'put DISCORD_TOKEN=… into a file called .env (see README, “On your own server”)'),
    row('Stop', 'Ctrl-C. Starting again goes on from here.'),
    '',
  ].join('\n');
}

/** What a person sees who runs Tidings on Discord. */
export function connected(facts: { name: string; servers: number; databaseFile: string; sources: number }): string {
  return [
    '',
    `${bold('Tidings')} is connected to Discord as ${bold(safe(facts.name))}, in ${counted(facts.servers, 'server')}.`,
    '',
    row('Sources', `${facts.sources} in the catalogue; /sources list shows their health`),
    row('Database', facts.databaseFile),
    row('First steps', '/subscribe in a channel, or /briefing'),
    row('Stop', 'Ctrl-C'),
    '',
  ].join('\n');
}

/** A briefing as it stands in its channel, for reading in a terminal. */
export function briefingText(briefing: Briefing, channel: string, withText: boolean): string {
  const time = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const head = `${bold(`#${safe(channel)}`)} ${dim(`${time.format(briefing.dueAt)} · ${counted(briefing.items.length, 'story', 'stories')} from ${counted(briefing.articleCount, 'article')}, ${counted(briefing.sourceCount, 'source')}`)}`;
  const items = briefing.items.flatMap((item, index) => {
    const outlets = `${item.outlets.slice(0, 3).join(', ')}${item.outlets.length > 3 ? ` +${item.outlets.length - 3}` : ''}`;
    const text = withText && item.sentences[0] ? [`     ${clip(safe(item.sentences[0].text), width - 6)}`] : [];
    const news = item.news ? dim(' (new)') : '';
    return [`  ${index + 1}  ${clip(safe(item.headline), width - 12)}${news}`, ...text, dim(`     ${safe(outlets)}`)];
  });
  return [head, ...items, ''].join('\n');
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function row(label: string, value: string): string {
  return `  ${style('cyan', label.padEnd(15))}${value}`;
}

function bold(text: string): string {
  return style('bold', text);
}

function dim(text: string): string {
  return style('dim', text);
}

function style(format: Style, text: string): string {
  return styleText(format, text, { stream: process.stdout });
}

/** Feed text must not steer the terminal. */
function safe(text: string): string {
  return stripVTControlCharacters(text).replace(/\p{Cc}/gu, ' ');
}
