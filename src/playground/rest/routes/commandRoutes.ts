import { isDeepStrictEqual } from 'node:util';
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  type RESTPostAPIApplicationCommandsJSONBody as CommandBody,
  InteractionContextType,
} from 'discord-api-types/v10';
import { checkBody, refuse } from '../../checks/checkBody.ts';
import { commandFaults, commandListFaults } from '../../checks/commandFaults.ts';
import { schemaFaults } from '../../checks/schemaFaults.ts';
import { problem } from '../../DiscordError.ts';
import { withoutNulls } from '../../withoutNulls.ts';
import type { CommandRecord } from '../../world/records.ts';
import { Answer, type Route, route } from '../Route.ts';
import { type Context, guildForBot } from './Context.ts';

type Scope = { application: string; guild?: string };

const MAX_COMMANDS = 100;
const MAX_MENU_COMMANDS = 15;
const answers = 'ApplicationCommandResponseSchema';

/** interactions/application-commands: the commands of the application, global and of one guild. */
export function commandRoutes({ world, budgets }: Context): Route[] {
  const inScope = ({ application, guild }: Scope): CommandRecord[] => {
    if (application !== world.application.id) throw problem('unknownApplication');
    if (guild !== undefined) guildForBot(world, guild);
    return world.commands.values().filter((command) => command.guild_id === guild);
  };

  const found = (scope: Scope, id: string): CommandRecord => {
    const command = inScope(scope).find((each) => each.id === id);
    if (!command) throw problem('unknownCommand');
    return command;
  };

  const save = (scope: Scope, body: CommandBody, earlier?: CommandRecord): CommandRecord => {
    const id = earlier?.id ?? world.snowflakes.next();
    const command = commandObject(body, { id, application_id: world.application.id, guild_id: scope.guild });
    const same = earlier && isDeepStrictEqual({ ...command, version: earlier.version }, earlier);
    if (same) return earlier;
    return world.commands.set(id, { ...command, version: world.snowflakes.next() });
  };

  const typeOf = ({ type }: CommandBody) => type ?? ApplicationCommandType.ChatInput;

  /** So many of each type and no more (30032). */
  const checkCount = (commands: readonly CommandBody[]) => {
    const count = (type: ApplicationCommandType) => commands.filter((each) => typeOf(each) === type).length;
    if (count(ApplicationCommandType.ChatInput) > MAX_COMMANDS) throw problem('tooManyCommands');
    const menus = [ApplicationCommandType.User, ApplicationCommandType.Message];
    if (menus.some((type) => count(type) > MAX_MENU_COMMANDS)) throw problem('tooManyMenuCommands');
  };

  const sameName = (commands: readonly CommandRecord[], body: CommandBody) =>
    commands.find(({ name, type }) => name === body.name && type === typeOf(body));

  return (
    ['/applications/:application/commands', '/applications/:application/guilds/:guild/commands'] as const
  ).flatMap((list) => [
    route(
      'GET',
      list,
      ({ params, query }) => {
        const commands = inScope(params);
        return query.get('with_localizations') === 'true' ? commands : commands.map(withoutLocalizations);
      },
      { answers: [answers] },
    ),
    route(
      'PUT',
      list,
      ({ params, body }) => {
        const earlier = inScope(params);
        const wanted = body as CommandBody[];
        checkCount(wanted);
        budgets.createCommands(params.guild, wanted.filter((each) => !sameName(earlier, each)).length);
        const kept = wanted.map((each) => save(params, each, sameName(earlier, each)));
        for (const { id } of earlier) if (!kept.some((each) => each.id === id)) world.commands.delete(id);
        return kept;
      },
      { check: ({ body }) => checkList(body), answers: [answers] },
    ),
    route(
      'POST',
      list,
      ({ params, body }) => {
        const commands = inScope(params);
        const earlier = sameName(commands, body as CommandBody);
        if (!earlier) {
          checkCount([...(commands as CommandBody[]), body as CommandBody]);
          budgets.createCommands(params.guild, 1);
        }
        return new Answer(earlier ? 200 : 201, save(params, body as CommandBody, earlier));
      },
      { check: ({ body }) => checkBody('ApplicationCommandCreateRequestSchema', body, commandFaults), answers },
    ),
    route('GET', `${list}/:command`, ({ params }) => found(params, params.command), { answers }),
    route(
      'PATCH',
      `${list}/:command`,
      ({ params, body }) => {
        const earlier = found(params, params.command);
        const merged = { ...earlier, ...(body as object) } as CommandBody;
        refuse(commandFaults(merged));
        return save(params, merged, earlier);
      },
      { check: ({ body }) => checkBody('ApplicationCommandPatchRequestPartialSchema', body), answers },
    ),
    route('DELETE', `${list}/:command`, ({ params }) => {
      world.commands.delete(found(params, params.command).id);
    }),
  ]);
}

async function checkList(body: unknown): Promise<void> {
  if (!Array.isArray(body)) {
    refuse([{ path: [], code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' }]);
    return;
  }
  const faults = await Promise.all(body.map((each) => schemaFaults('ApplicationCommandUpdateRequestSchema', each)));
  const placed = faults.flatMap((each, index) => each.map((one) => ({ ...one, path: [index, ...one.path] })));
  refuse(placed.length > 0 ? placed : commandListFaults(body as CommandBody[]));
}

/** A command as Discord gives it back ("Application Command Object"), but for its version. */
function commandObject(
  body: CommandBody,
  own: { id: string; application_id: string; guild_id: string | undefined },
): CommandRecord {
  const permissions = body.default_member_permissions;
  return {
    id: own.id,
    application_id: own.application_id,
    ...(own.guild_id !== undefined && { guild_id: own.guild_id }),
    version: '0',
    type: body.type ?? ApplicationCommandType.ChatInput,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: 'description' in body ? (body.description ?? '') : '',
    description_localizations: ('description_localizations' in body && body.description_localizations) || null,
    default_member_permissions: permissions === undefined || permissions === null ? null : String(permissions),
    dm_permission: body.dm_permission ?? true,
    contexts: own.guild_id === undefined ? (body.contexts ?? null) : [InteractionContextType.Guild],
    integration_types: body.integration_types ?? [ApplicationIntegrationType.GuildInstall],
    nsfw: body.nsfw ?? false,
    ...('options' in body && body.options?.length && { options: withoutNulls(body.options) }),
  } as CommandRecord;
}

/** Lists omit the dictionaries unless they are asked for. */
function withoutLocalizations<T>(part: T): T {
  if (Array.isArray(part)) return part.map(withoutLocalizations) as T;
  if (typeof part !== 'object' || part === null) return part;
  const kept = Object.entries(part).filter(([key]) => !key.endsWith('_localizations'));
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutLocalizations(each)])) as T;
}
