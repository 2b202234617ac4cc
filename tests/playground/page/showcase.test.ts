import { ComponentType, MessageFlags, PermissionFlagsBits as Permission } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WORLD_CHANNEL_ID } from '../../../src/playground/world/defaultWorld.ts';
import { allow } from '../support/bot.ts';
import { chromiumPath } from './support/chromium.ts';
import { everyComponent, fullEmbed, postInForum, startShowcase } from './support/showcase.ts';
import { nameless, tooWide, useBrowser, visit } from './support/visit.ts';

describe.skipIf(!chromiumPath)('whatever a bot shows', () => {
  useBrowser();

  it('an embed has all its parts, and nothing is fetched from elsewhere', async () => {
    const { playground, news } = await startShowcase();
    await news.send({ embeds: [fullEmbed] });
    const { page } = await visit(playground.origin);
    const embed = page.locator('.embed');
    for (const text of [
      'An author',
      'A title',
      'a quote',
      'over the whole width',
      'Picture at example.com',
      'A footer',
    ]) {
      await embed.getByText(text).first().waitFor();
    }
    expect(await embed.getByRole('link', { name: 'A title' }).getAttribute('href')).toBe('https://example.com/title');
    expect(await nameless(page)).toEqual([]);
  });

  it('an attached picture is shown', async () => {
    const { playground, news } = await startShowcase();
    const pixel = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    await news.send({ files: [{ attachment: pixel, name: 'dot.png', description: 'A dot' }] });
    const { page } = await visit(playground.origin);
    const picture = page.getByRole('img', { name: 'A dot' });
    await picture.waitFor();
    expect(await picture.evaluate((element) => (element as unknown as { naturalWidth: number }).naturalWidth)).toBe(1);
  });

  it('buttons and selects of every kind work, by keyboard too', async () => {
    const { playground, news } = await startShowcase();
    await news.send({ content: 'Controls', components: everyComponent });
    const { page, keys } = await visit(playground.origin);
    expect(await page.getByRole('button', { name: 'Off' }).isDisabled()).toBe(true);
    await page.getByRole('link', { name: 'Elsewhere' }).waitFor();
    expect(await nameless(page)).toEqual([]);
    for (const [name, option, said] of [
      ['Choose a member', '@Milo', /Chosen: 1290000000000000003/],
      ['Choose a role', '@Tidings', /Chosen: 1290000000000000101/],
      ['Choose a channel', '#world', /Chosen: 1290000000000000202/],
    ] as const) {
      await page.getByRole('combobox', { name }).click();
      await page.getByRole('option', { name: option }).click();
      await page.getByText(said).waitFor();
    }
    await page.getByRole('combobox', { name: 'Several' }).focus();
    await keys('ArrowDown', ' ', 'ArrowDown', ' ', 'Tab');
    await page.getByText('Chosen: one two').waitFor();
    await page.getByRole('button', { name: 'Press' }).click();
    await page.getByText('Pressed').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Press' }).count()).toBe(0);
  });

  it('a button that the bot does not answer says so', async () => {
    const { playground, news } = await startShowcase();
    await news.send({ content: 'Controls', components: everyComponent });
    const { page } = await visit(playground.origin);
    await page.getByRole('button', { name: 'Silent' }).click();
    await page.getByText('This interaction failed').waitFor();
  });

  it('a command that the bot does not answer says so, one that takes time is thinking', async () => {
    const { playground } = await startShowcase();
    const { page, keys } = await visit(playground.origin);
    await keys('/', 'silence', 'Enter', 'Enter');
    await page.getByText('Sending the command…').waitFor();
    await page.getByText('The application did not respond').waitFor();
    await keys('/', 'think', 'Enter', 'Enter');
    await page.getByText('Tidings is thinking…').waitFor();
    await page.getByText('A thought').waitFor();
    expect(await page.getByText('Tidings is thinking…').count()).toBe(0);
  });

  it('a form is checked, filled in and sent', async () => {
    const { playground } = await startShowcase();
    const { page, keys } = await visit(playground.origin);
    await keys('/', 'form', 'Enter', 'Enter');
    const dialog = page.getByRole('dialog', { name: 'A form' });
    await dialog.waitFor();
    expect(await nameless(page)).toEqual([]);
    await keys('ab', 'Enter');
    await dialog.getByText('At least 3 characters; now 2').waitFor();
    await keys('c', 'Enter');
    await page.getByText('Filled in: abc').waitFor();
    expect(await dialog.count()).toBe(0);
  });

  it('options of every type are offered, checked and sent', async () => {
    const { playground } = await startShowcase();
    const { page, keys } = await visit(playground.origin);
    await keys('/', 'say', 'Enter', 'Enter');
    await page.getByText('text: This option is needed').waitFor();
    await keys('hello', 'Tab', 'loud:', 'tr', 'Enter', 'who', 'Tab', 'mi', 'Enter', 'whe', 'Tab', 'wor', 'Enter');
    await keys('ro', 'Tab', 'tid', 'Enter', 'sh', 'Tab', '2', 'Enter');
    await page.getByText('share: At most 1').waitFor();
    await keys('Backspace', '0.5', 'Enter');
    const said = 'Said [["text","hello"],["loud",true],["who","1290000000000000003"],["where","1290000000000000202"],';
    await page.getByText(`${said}["role","1290000000000000101"],["share",0.5]]`).waitFor();
  });

  it('a command’s name and description come in my language', async () => {
    const { playground } = await startShowcase();
    const { page, keys } = await visit(playground.origin, { locale: 'de' });
    await keys('/', 'sag');
    await page.getByRole('option', { name: '/sag Sagt, was man ihm gibt' }).waitFor();
  });

  it('menus of messages and people hold the bot’s commands', async () => {
    const { playground, news } = await startShowcase();
    await news.send('A word');
    const { page, keys } = await visit(playground.origin);
    await page.getByText('A word').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Quote' }).click();
    await page.getByText('Quoted: A word').waitFor();
    await page.getByRole('button', { name: 'More: message of Tidings' }).first().focus();
    await keys('Enter', 'Escape');
    await page.getByRole('button', { name: 'Tidings', exact: true }).first().focus();
    await keys('Enter');
    await page.getByRole('menuitem', { name: 'Greet' }).waitFor();
    await keys('ArrowDown', 'Enter');
    await page.getByText('Hello Tidings').waitFor();
  });

  it('an answer says which command it answers, of a menu too', async () => {
    const { playground, news } = await startShowcase();
    const { id } = await news.send('A word');
    const ada = playground.as({ administrator: true });
    await ada.onMessage('Quote', playground.world.message(id)!);
    await ada.command('say', { options: { text: 'hi' } });
    const { page } = await visit(playground.origin);
    await page.getByText('Ada used Quote', { exact: true }).waitFor();
    await page.getByText('Ada used /say', { exact: true }).waitFor();
  });

  it('files are chosen, dropped, checked, sent with a command, and offered for download', async () => {
    const { playground } = await startShowcase();
    const { page, keys } = await visit(playground.origin);
    const drop = (name: string, size: number) =>
      page.evaluate(`{
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([new Uint8Array(${size})], '${name}'));
        for (const type of ['dragover', 'drop'])
          document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      }`);
    await drop('alone.txt', 1);
    await page.getByText('Files go with commands').waitFor();
    await page.getByRole('combobox', { name: 'Message #news' }).fill('');
    await keys('/', 'take', 'Enter', 'Enter');
    await drop('film.mp4', 10 * 1024 * 1024 + 1);
    await page.getByText('file: “film.mp4” has 10 MB: at most 10 MB can be sent').waitFor();
    await keys('Enter', 'Backspace');
    await page.getByRole('button', { name: /^file: Choose a file/ }).waitFor();
    await drop('first.txt', 3);
    await drop('second.txt', 2048);
    await page.getByRole('button', { name: 'second: second.txt · 2 kB' }).waitFor();
    expect(await nameless(page)).toEqual([]);
    await keys('Enter');
    await page.getByText('Taken: first.txt (3), second.txt (2048)').waitFor();
    const card = page.locator('.file');
    expect(await card.textContent()).toBe('receipt.pdf2 kB');
    const downloaded = page.waitForEvent('download');
    await card.getByRole('link', { name: 'Download receipt.pdf' }).click();
    expect((await downloaded).suggestedFilename()).toBe('receipt.pdf');
  });

  it('reactions are shown, joined, left and added', async () => {
    const { playground, news } = await startShowcase();
    const message = await news.send('A word');
    playground.as().react(playground.world.message(message.id)!, '🎉');
    const { page } = await visit(playground.origin);
    await page.getByRole('button', { name: 'Milo reacted with 🎉' }).click();
    const joined = page.getByRole('button', { name: 'Milo and Ada reacted with 🎉' });
    await joined.waitFor();
    expect(await joined.getAttribute('aria-pressed')).toBe('true');
    await joined.click();
    await page.getByRole('button', { name: 'Milo reacted with 🎉' }).waitFor();
    await page.getByText('A word').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'React with 👍' }).click();
    await page.getByRole('button', { name: 'Ada reacted with 👍' }).waitFor();
    expect(await nameless(page)).toEqual([]);
  });

  it('webhooks have names of their own, threads a card, pins a mark', async () => {
    const { playground, news } = await startShowcase();
    allow(playground, Permission.ManageWebhooks, Permission.PinMessages);
    const { page } = await visit(playground.origin);
    const message = await news.send('A word');
    const webhook = await news.createWebhook({ name: 'Wire service' });
    await webhook.send('One');
    await webhook.send({ content: 'Two', username: 'Night desk' });
    for (const name of ['Wire service', 'Night desk'])
      await page.locator('.message').filter({ hasText: name }).getByText('APP').waitFor();
    const thread = await message.startThread({ name: 'More of it' });
    await thread.send('A first word');
    await message.pin();
    await page.getByText('Tidings pinned a message to this channel').waitFor();
    await page.getByText('Pinned', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'More of it Messages: 1 ›' }).click();
    await page.getByText('A first word').waitFor();
    await page.getByText('Started by Tidings').waitFor();
  });

  it('members are listed, in place of the panel', async () => {
    const { playground } = await startShowcase();
    const { page } = await visit(playground.origin);
    await page.getByRole('button', { name: 'Show members' }).click();
    const members = page.getByRole('complementary', { name: 'Members' });
    await members.getByRole('heading', { name: 'Members — 2' }).waitFor();
    expect(await page.getByText('In a hurry').isVisible()).toBe(false);
    await members.getByRole('button', { name: 'Milo' }).click();
    await page.getByRole('menuitem', { name: 'Greet' }).click();
    await page.getByText('Hello Milo').waitFor();
    await page.reload();
    await members.waitFor();
    await page.getByRole('button', { name: 'Hide members' }).click();
    await expect.poll(() => members.isVisible()).toBe(false);
    expect(await nameless(page)).toEqual([]);
  });

  it('a channel that is deleted while it is open gives way to another', async () => {
    const { playground } = await startShowcase();
    const { page } = await visit(playground.origin);
    await page.getByRole('button', { name: 'world, Text channel' }).click();
    await page.getByRole('heading', { name: '#world', exact: true }).waitFor();
    playground.world.deleteChannel(WORLD_CHANNEL_ID);
    await page.getByRole('heading', { name: '#news', exact: true }).waitFor();
  });

  it('posts of a forum are listed, and opened', async () => {
    const { playground, client } = await startShowcase();
    const { page } = await visit(playground.origin);
    await page.getByRole('button', { name: 'stories, Forum' }).click();
    await page.getByText('No posts yet').waitFor();
    await postInForum(client, 'A story', 'How it began');
    await page.getByRole('button', { name: /World A story/ }).click();
    await page.getByRole('heading', { name: 'A story', exact: true }).first().waitFor();
    await page.getByText('How it began').waitFor();
    expect(await nameless(page)).toEqual([]);
  });

  it('a DM is opened, written in, and answered', async () => {
    const { playground } = await startShowcase();
    const { page, keys } = await visit(playground.origin);
    await page.getByRole('button', { name: 'Direct messages' }).click();
    await page.getByRole('combobox', { name: 'Message @Tidings' }).focus();
    await keys('Hello, **bot**', 'Enter');
    await page.locator('.message strong', { hasText: 'bot' }).waitFor();
    await keys('/', 'think', 'Enter', 'Enter');
    await page.getByText('A thought').waitFor();
  });

  it('components of the second version are laid out', async () => {
    const { playground, news } = await startShowcase();
    await news.send({
      flags: MessageFlags.IsComponentsV2,
      components: [
        {
          type: ComponentType.Container,
          accent_color: 0x336699,
          components: [
            { type: ComponentType.TextDisplay, content: '## A heading\nand text' },
            { type: ComponentType.Separator },
            {
              type: ComponentType.Section,
              components: [{ type: ComponentType.TextDisplay, content: 'beside a button' }],
              accessory: { type: ComponentType.Button, style: 1, custom_id: 'press', label: 'Press' },
            },
            { type: ComponentType.MediaGallery, items: [{ media: { url: 'https://example.com/a.png' } }] },
          ],
        },
      ],
    });
    const { page } = await visit(playground.origin);
    await page.getByRole('heading', { name: 'A heading' }).waitFor();
    await page.getByText('Picture at example.com').waitFor();
    await page.getByRole('button', { name: 'Press' }).waitFor();
  });

  it('hostile text stays text', async () => {
    const { playground, news } = await startShowcase();
    const part = fc.constantFrom(
      ...[
        '<img src=x onerror=alert(1)>',
        '<script>alert(1)</script>',
        '</li>',
        '"><svg onload=alert(1)>',
        '**',
        '||',
        '`',
        '> ',
        '\n',
      ],
      ...[
        '[x](javascript:alert(1))',
        '[x](https://e.example/"onmouseover=alert(1))',
        '&lt;b&gt;',
        '<@1>',
        '<t:9999999999999:R>',
        '\u202e',
      ],
    );
    const texts = fc
      .sample(
        fc.array(part, { minLength: 3, maxLength: 25 }).map((parts) => parts.join(' ').slice(0, 1000)),
        { numRuns: 25, seed: 7 },
      )
      .filter((text) => text.trim() !== '');
    const { page } = await visit(playground.origin);
    for (const text of texts)
      await news.send({ content: text, embeds: [{ title: text.slice(0, 250), description: text }] });
    await expect.poll(() => page.locator('.message').count()).toBe(texts.length);
    const strangers = await page
      .locator('.messages *')
      .evaluateAll((elements) =>
        elements
          .filter(
            (element) =>
              /^(script|img|iframe|object|svg:|style|form|input)$/i.test(element.tagName) ||
              element.getAttributeNames().some((name: string) => name.startsWith('on')) ||
              /^\s*(?!https?:)/.test(element.getAttribute('href') ?? 'https:'),
          )
          .map((element) => element.outerHTML.slice(0, 100)),
      );
    expect(strangers).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
  });
});
