import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createFetchAttachment } from '../../src/discord/fetchAttachment.ts';

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('gets a file from where Discord’s API is, as it is', async () => {
  const origin = await serve((_, response) => response.end('<opml/>'));
  const bytes = await createFetchAttachment(`${origin}/api`)(`${origin}/attachments/1`, 100);
  expect(Buffer.from(bytes!).toString()).toBe('<opml/>');
});

it('asks no other address, and follows nowhere', async () => {
  const asked: string[] = [];
  const elsewhere = await serve((request, response) => {
    asked.push(request.url ?? '');
    response.end('secret');
  });
  const origin = await serve((_, response) => response.writeHead(302, { location: elsewhere }).end());
  const fetchAttachment = createFetchAttachment(`${origin}/api`);
  for (const url of [elsewhere, `${origin}/redirect`, 'file:///etc/passwd', 'nothing', '']) {
    expect(await fetchAttachment(url, 100)).toBeNull();
  }
  expect(asked).toEqual([]);
});

it('stops at the limit, and gives nothing of what is missing or cut off', async () => {
  const origin = await serve(({ url }, response) => {
    if (url === '/large') response.end('x'.repeat(101));
    else if (url === '/cut') response.writeHead(200, { 'content-length': '10' }).write('x', () => response.destroy());
    else response.writeHead(404).end();
  });
  const fetchAttachment = createFetchAttachment(origin);
  for (const path of ['/large', '/cut', '/missing']) expect(await fetchAttachment(`${origin}${path}`, 100)).toBeNull();
});
