import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { createEmbed } from '../../src/embeddings/createEmbed.ts';

type Asked = { readonly url: string; readonly headers: IncomingHttpHeaders; readonly body: unknown };

/** A service on the loopback. @param answer  to every request */
async function aService(answer: (response: ServerResponse) => void) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers, body: JSON.parse(await text(request)) });
    answer(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const embed = createEmbed({ baseUrl, model: 'some-model', apiKey: 'the-key' });
  return { asked, baseUrl, ask: (...texts: string[]) => embed(texts, AbortSignal.timeout(5_000)) };
}

const says = (answer: unknown) => (response: ServerResponse) => {
  response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
};

test('asks for all texts at once, and takes the embeddings by their numbers', async () => {
  const data = [
    { index: 1, embedding: [0, 1] },
    { index: 0, embedding: [1, 0] },
  ];
  const { asked, ask } = await aService(says({ object: 'list', data, model: 'some-model' }));
  expect(await ask('One.', 'Two.')).toEqual([Float32Array.of(1, 0), Float32Array.of(0, 1)]);
  expect(asked).toMatchObject([
    {
      url: '/v1/embeddings',
      headers: { authorization: 'Bearer the-key', 'content-type': 'application/json' },
      body: { model: 'some-model', input: ['One.', 'Two.'], encoding_format: 'float' },
    },
  ]);
});

test('sends no key where there is none', async () => {
  const { asked, baseUrl } = await aService(says({ data: [{ index: 0, embedding: [1, 0] }] }));
  await createEmbed({ baseUrl, model: 'm', apiKey: null })(['One.'], AbortSignal.timeout(5_000));
  expect(asked[0]?.headers.authorization).toBeUndefined();
});

test.each([
  ['no JSON', '<html>'],
  ['another form', { error: 'no' }],
  ['too few', { data: [{ index: 0, embedding: [1, 0] }] }],
  ['one twice', { data: [{ index: 0, embedding: [1, 0] }, { index: 0, embedding: [1, 0] }] }], // biome-ignore format: a table
  ['different lengths', { data: [{ index: 0, embedding: [1, 0] }, { index: 1, embedding: [1, 0, 0] }] }], // biome-ignore format: a table
  ['no numbers', { data: [{ index: 0, embedding: ['1', null] }, { index: 1, embedding: [1, 0] }] }], // biome-ignore format: a table
])('refuses an answer with %s', async (_, answer) => {
  const { ask } = await aService(says(answer));
  await expect(ask('One.', 'Two.')).rejects.toThrow('something else than one embedding for each text');
});

test.each([
  [401, /answers 401: check EMBEDDINGS_API_KEY/],
  [404, /answers 404: check EMBEDDINGS_BASE_URL and EMBEDDINGS_MODEL/],
  [500, /answers 500\.$/],
])('says what to check when the service answers %i', async (status, message) => {
  const { ask } = await aService((response) => response.writeHead(status).end('{}'));
  await expect(ask('One.')).rejects.toThrow(message);
});

test('follows to no other address, which would get the key', async () => {
  const { asked: elsewhere, baseUrl } = await aService(says({ data: [{ index: 0, embedding: [1, 0] }] }));
  const { ask } = await aService((response) => response.writeHead(307, { location: `${baseUrl}/embeddings` }).end());
  await expect(ask('One.')).rejects.toThrow();
  expect(elsewhere).toEqual([]);
});

test('gives up when it is told to', async () => {
  const { baseUrl } = await aService(() => {});
  const stop = new AbortController();
  const asking = createEmbed({ baseUrl, model: 'm', apiKey: null })(['One.'], stop.signal);
  stop.abort();
  await expect(asking).rejects.toThrow();
});
