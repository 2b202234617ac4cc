import { Events } from 'discord.js';
import { expect, it } from 'vitest';
import { eventSchemas } from '../../../src/playground/checks/eventSchemas.ts';
import { KNOWN, PRIVILEGED } from '../../../src/playground/gateway/intents.ts';
import { Router } from '../../../src/playground/rest/Router.ts';
import { allRoutes } from '../../../src/playground/rest/routes/allRoutes.ts';
import type { Context } from '../../../src/playground/rest/routes/Context.ts';
import { defaultWorld, GUILD_ID } from '../../../src/playground/world/defaultWorld.ts';
import { botOn, playgroundFor } from '../support/bot.ts';
import { tour } from './support/tour.ts';

it('every endpoint answers and every event is told, all as Discord describes them', async () => {
  const world = structuredClone(defaultWorld);
  for (const role of world.guilds[0]!.roles) role.permissions = '8';
  const playground = await playgroundFor({ world, privilegedIntents: PRIVILEGED });
  const routes = allRoutes({ world: playground.world } as Context);
  const router = new Router(routes);
  const answered = new Set<string>();
  playground.onRequest(({ method, path, status }) => {
    const found = router.find(method, path.split('/').slice(1).map(decodeURIComponent));
    if (status < 300 && typeof found === 'object') answered.add(`${method} ${found.route.pattern}`);
  });
  const told = new Set<string>();
  const client = await botOn(playground, { intents: KNOWN });
  client.on(Events.Raw, ({ t }) => told.add(t));

  await tour(playground);
  await client.guilds.cache.get(GUILD_ID)?.members.fetch();
  const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
  playground.gateway.drop();
  await resumed;

  expect([...answered].sort()).toEqual(routes.map(({ method, pattern }) => `${method} ${pattern}`).sort());
  const events = Object.keys(await eventSchemas()).filter((name) => name !== 'READY');
  expect([...told].sort()).toEqual(events.sort());
});
