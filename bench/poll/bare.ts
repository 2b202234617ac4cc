import RssParser from 'rss-parser';
import { Agent } from 'undici';
import { measureCycle } from './measureCycle.ts';
import { loopback, urlOf } from './world.ts';

/** What there is to be compared with: undici and rss-parser in a loop, which checks nothing and stores nothing. */
const [sources, port] = process.argv.slice(2).map(Number) as [number, number];
/** Connections of more hosts than a process may have files open can't be kept. */
const keepAliveMs = sources > 10_000 ? 500 : 20_000;
const agent = new Agent({
  connect: { lookup: loopback as never },
  keepAliveTimeout: keepAliveMs,
  keepAliveMaxTimeout: keepAliveMs,
});
const parser = new RssParser();
const etags = new Map<number, string>();
const atOnce = 64;

process.on('message', async () => {
  const cycle = await measureCycle(async () => {
    let source = 0;
    let items = 0;
    const worker = async () => {
      while (source < sources) {
        const found = await read(source++);
        items += found;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return items;
  });
  process.send?.({ ...cycle, peakMb: process.resourceUsage().maxRSS / 1_024 });
});

process.on('disconnect', () => agent.destroy());
process.send?.({ ready: true });

async function read(source: number): Promise<number> {
  const url = new URL(urlOf(source, port));
  const { statusCode, headers, body } = await agent.request({
    origin: url.origin,
    path: url.pathname,
    method: 'GET',
    headers: { 'if-none-match': etags.get(source) ?? '"none"' },
  });
  etags.set(source, String(headers.etag));
  const text = await body.text();
  return statusCode === 200 ? (await parser.parseString(text)).items.length : 0;
}
