import { afterAll, expect, test } from 'vitest';
import { isPrivateName, isPublicAddress } from '../../src/feeds/publicAddress.ts';
import { createReadFeed } from '../../src/feeds/readFeed.ts';
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
