import type { LookupAddress } from 'node:dns';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Lookup, publicOnly } from '../../src/feeds/guardedConnect.ts';
import { isPrivateName, isPublicAddress } from '../../src/feeds/publicAddress.ts';
import { createReadFeed, type FeedReader } from '../../src/feeds/readFeed.ts';
import { FeedError } from '../../src/news/outside.ts';

/** Every form in which an address inside can hide. Nothing may be sent to any of them. */
const hostile = [
  'http://127.0.0.1/', 'http://127.1/', 'http://127.0.1/', 'http://127.255.255.254/', 'http://2130706433/',
  'http://0x7f000001/', 'http://0x7f.0.0.1/', 'http://0177.0.0.1/', 'http://017700000001/', 'http://0x7f.1/',
  'http://127.0.0.1./', 'http://１２７.０.０.１/', 'http://127。0。0。1/', 'http://%31%32%37.0.0.1/', 'http://0/',
  'http://0.0.0.0/', 'http://10.0.0.1/', 'http://012.0.0.1/', 'http://172.16.0.1/', 'http://172.31.255.255/',
  'http://192.168.1.1/', 'http://3232235777/', 'http://169.254.169.254/latest/meta-data/', 'http://0xa9fea9fe/',
  'http://2852039166/', 'http://169.254.170.2/', 'http://100.64.0.1/', 'http://100.100.100.200/',
  'http://168.63.129.16/', 'http://192.0.0.192/', 'http://192.0.2.1/', 'http://198.18.0.1/', 'http://198.51.100.1/',
  'http://203.0.113.1/', 'http://192.88.99.1/', 'http://224.0.0.1/', 'http://240.0.0.1/', 'http://255.255.255.255/',
  'http://[::1]/', 'http://[0:0:0:0:0:0:0:1]/', 'http://[::]/', 'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/', 'http://[::ffff:169.254.169.254]/', 'http://[::127.0.0.1]/',
  'http://[64:ff9b::127.0.0.1]/', 'http://[64:ff9b::a9fe:a9fe]/', 'http://[64:ff9b:1::a00:1]/',
  'http://[2002:7f00:1::]/', 'http://[2002:c0a8:101::1]/', 'http://[2001:0:7f00:1::]/', 'http://[fe80::1]/',
  'http://[fec0::1]/', 'http://[fc00::1]/', 'http://[fd00:ec2::254]/', 'http://[ff02::1]/', 'http://[100::1]/',
  'http://[2001:db8::1]/', 'http://[2001:10::1]/', 'http://[3fff::1]/', 'http://[5f00::1]/', 'http://[4000::1]/',
  'http://localhost/', 'http://LOCALHOST/', 'http://localhost./', 'http://api.localhost/', 'http://printer.local/',
  'http://metadata.google.internal/', 'http://metadata.google.internal./', 'http://router.lan/',
  'http://nas.home.arpa/', 'http://localhost.localdomain/', 'https://127.0.0.1/', 'http://127.0.0.1:8080/',
  'http://0x7f.0x0.0x0.0x1/', 'http://0177.0.0.0x1/', 'http://①②⑦.⓪.⓪.①/', 'http:127.0.0.1', 'HTTP:\\\\127.0.0.1\\',
  'http://[::ffff:a9fe:a9fe]/', 'http://[::ffff:0:7f00:1]/', 'http://[fe80::1%25eth0]/', 'http://[2001:2::1]/',
  'http://[2001:20::1]/', 'http://[ff05::2]/', 'http://239.255.255.250/', 'http://100.127.255.255/', 'http://metadata/',
  'http://instance-data/latest/', 'http://kubernetes.default.svc/', 'http://localhost6/', 'http://ip6-localhost/',
  'http://foo.localhost./', 'http://127.0.0.1:80@10.0.0.1/',
  'http://user@127.0.0.1/', 'http://harbour.example@127.0.0.1/', 'http://user:secret@harbour.example/',
  'file:///etc/passwd', 'ftp://harbour.example/', 'gopher://127.0.0.1/', 'data:text/xml,<rss/>', 'unix:/var/run/x',
  'javascript:1', '//harbour.example/', '/feed', 'http://', 'http://[::1', '',
]; // biome-ignore format: a table

const neverAsked = ((name: string) => {
  throw new Error(`looked up ${name}`);
}) as never;
const { readFeed, close } = createReadFeed({
  allowPrivate: [],
  userAgent: 'Tidings-test',
  timeoutMs: 2_000,
  lookup: neverAsked,
});
afterAll(close);

async function refusal(url: string, read = readFeed): Promise<unknown> {
  return read({ url, language: 'und', etag: null, lastModified: null, bodyHash: null }).catch(
    (error: unknown) => error,
  );
}

test.each(hostile)('%s is refused without a look-up', async (url) => {
  const error = await refusal(url);
  expect(error).toBeInstanceOf(FeedError);
  expect(error).toMatchObject({ reason: 'refused address' });
});

test.each([['127.0.0.1'], ['169.254.169.254'], ['::1'], ['::ffff:10.0.0.1'], ['64:ff9b::a00:1'], ['fe80::1']])(
  'a public name that leads to %s is refused',
  async (address) => {
    const lookup = ((_name: string, _options: unknown, callback: (error: null, found: unknown) => void) =>
      callback(null, [{ address, family: address.includes(':') ? 6 : 4 }])) as never;
    const inside = createReadFeed({ allowPrivate: [], userAgent: 'Tidings-test', timeoutMs: 2_000, lookup });
    expect(await refusal('http://harbour.example/', inside.readFeed)).toMatchObject({ reason: 'refused address' });
    expect(await refusal('https://harbour.example/', inside.readFeed)).toMatchObject({ reason: 'refused address' });
    await inside.close();
  },
);

describe('a redirect leads nowhere that could not be asked at once', () => {
  // Without slashes, an address of the same scheme is a path on the same server.
  const absolute = hostile.filter((url) => URL.canParse(url) && !/^http:(?!\/\/)/i.test(url));
  const server = createServer((request, response) => {
    response.writeHead(302, { location: encodeURI(absolute[Number(request.url?.slice(1))] ?? '') }).end();
  });
  let inside: FeedReader;
  let origin = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    origin = `http://${host}`;
    inside = createReadFeed({ allowPrivate: [host], userAgent: 'Tidings-test', timeoutMs: 2_000, lookup: neverAsked });
  });
  afterAll(async () => {
    await inside.close();
    server.close();
  });

  test.each(absolute.map((url, index) => [url, index]))('%s', async (_, index) => {
    expect(await refusal(`${origin}/${index}`, inside.readFeed)).toMatchObject({ reason: 'refused address' });
  });
});

describe('what is connected to is what was checked', () => {
  const names: Record<string, string[][]> = {
    'mixed.example': [['127.0.0.1', '93.184.216.34', '::1', '2606:4700::1111', '10.0.0.1']],
    'rebinding.example': [['93.184.216.34'], ['127.0.0.1']],
    'inside.example': [['10.0.0.1', '::1']],
  };
  const lookup = ((name: string, _options: unknown, callback: (error: null, found: LookupAddress[]) => void) => {
    const answers = names[name] ?? [];
    const addresses = (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  }) as unknown as Lookup;
  const found = (name: string, all: boolean) =>
    new Promise((resolve) => publicOnly(lookup)(name, { all }, (error, address) => resolve(error ?? address)));

  test('of a name that leads inside and outside, only the addresses outside', async () => {
    expect(await found('mixed.example', false)).toBe('93.184.216.34');
    expect(await found('mixed.example', true)).toEqual([
      { address: '93.184.216.34', family: 4 },
      { address: '2606:4700::1111', family: 6 },
    ]);
  });

  test('a name that changes between two look-ups is refused as soon as it leads inside', async () => {
    expect(await found('rebinding.example', false)).toBe('93.184.216.34');
    expect(await found('rebinding.example', false)).toMatchObject({ reason: 'refused address' });
  });

  test('each connection looks its name up once, and no earlier answer counts', async () => {
    let lookups = 0;
    const counted = ((...args: Parameters<Lookup>) => {
      lookups += 1;
      return lookup(...args);
    }) as Lookup;
    const reader = createReadFeed({ allowPrivate: [], userAgent: 'Tidings-test', timeoutMs: 2_000, lookup: counted });
    expect(await refusal('http://inside.example/', reader.readFeed)).toMatchObject({ reason: 'refused address' });
    expect(await refusal('http://inside.example/', reader.readFeed)).toMatchObject({ reason: 'refused address' });
    expect(lookups).toBe(2);
    await reader.close();
  });
});

test('the door opens for one host and one port only', async () => {
  const { readFeed: read, close: end } = createReadFeed({
    allowPrivate: ['127.0.0.1:9'],
    userAgent: 'Tidings-test',
    timeoutMs: 2_000,
  });
  expect(await refusal('http://127.0.0.1:9/', read)).toMatchObject({ reason: 'network' });
  expect(await refusal('http://127.0.0.1:10/', read)).toMatchObject({ reason: 'refused address' });
  expect(await refusal('http://127.0.0.2:9/', read)).toMatchObject({ reason: 'refused address' });
  await end();
});

test('public addresses are public', () => {
  for (const address of ['1.1.1.1', '93.184.216.34', '2606:4700::1111', '2a00:1450:4001::200e']) {
    expect(isPublicAddress(address)).toBe(true);
  }
  expect(isPrivateName('harbour.example')).toBe(false);
  expect(isPrivateName('local.harbour.example')).toBe(false);
});
