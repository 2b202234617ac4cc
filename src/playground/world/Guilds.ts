import { type APIGuildMember, type APIRole, ChannelType } from 'discord-api-types/v10';
import { Collection } from './Collection.ts';
import { guildObject, memberObject, roleObject } from './objects.ts';
import type { ChannelRecord, GuildRecord, MemberRecord } from './records.ts';
import type { Shelf } from './Shelf.ts';
import type { World } from './World.ts';
import type { ChannelSeed, GuildSeed } from './WorldSeed.ts';

type GuildChange = Partial<Pick<GuildRecord, 'name' | 'owner_id' | 'preferred_locale' | 'system_channel_id'>>;
type RoleChange = Partial<Omit<APIRole, 'id' | 'managed' | 'tags'>>;

/** The servers with their roles and members; each change is told (resources/guild, topics/permissions). */
export class Guilds extends Collection<GuildRecord> {
  readonly #world: World;
  readonly #away = new Set<string>();

  constructor(world: World, shelf?: Shelf) {
    super('guild', shelf);
    this.#world = world;
  }

  /** Whether a user is in a guild. */
  has(id: string, userId: string): boolean {
    return Boolean(this.get(id)?.members.some((member) => member.user_id === userId));
  }

  /** The guilds that the bot is in. */
  ofBot(): GuildRecord[] {
    return this.values().filter(({ id }) => this.has(id, this.#world.bot.id));
  }

  /** A new server; if the bot is among its members, the bot has joined it. */
  add(seed: GuildSeed): GuildRecord {
    const guild = this.plant(seed);
    if (this.has(guild.id, this.#world.bot.id)) this.#tellArrival(guild.id);
    return guild;
  }

  /** Puts a server into the world without a word. */
  plant(seed: GuildSeed): GuildRecord {
    const joined_at = this.#world.timestamp();
    seed.channels.forEach((channel, position) => {
      this.#world.channels.set(channel.id, plantedChannel(channel, seed.id, position));
    });
    return this.set(seed.id, {
      id: seed.id,
      name: seed.name,
      owner_id: seed.owner_id,
      preferred_locale: seed.preferred_locale ?? 'en-US',
      system_channel_id: seed.system_channel_id ?? null,
      ...(seed.invited_by && { invited_by: seed.invited_by }),
      joined_at,
      roles: seed.roles.map((role, position) => roleObject(role, position)),
      members: seed.members.map(({ user_id, roles = [], nick = null }) => ({ user_id, roles, nick, joined_at })),
    });
  }

  /** Deletes a server with all that is in it. */
  remove(id: string): void {
    this.#tell(id, 'GUILD_DELETE', { id });
    for (const channel of this.#world.channelsOf(id)) this.#world.dropChannel(channel.id);
    for (const command of this.#world.commands.values()) {
      if (command.guild_id === id) this.#world.commands.delete(command.id);
    }
    this.delete(id);
  }

  /** Discord loses sight of a server, or finds it again. While it is away, nothing is heard of it. */
  setAvailable(id: string, available: boolean): void {
    if (available === this.isAvailable(id)) return;
    if (available) {
      this.#away.delete(id);
      this.#tellArrival(id);
    } else {
      this.#tell(id, 'GUILD_DELETE', { id, unavailable: true });
      this.#away.add(id);
    }
  }

  isAvailable(id: string): boolean {
    return !this.#away.has(id);
  }

  change(id: string, change: GuildChange): GuildRecord {
    const guild = this.set(id, { ...this.get(id)!, ...change });
    this.#tell(id, 'GUILD_UPDATE', guildObject(guild));
    return guild;
  }

  /** Someone joins; the bot gets a role of its own with these permissions, as an invitation gives it. */
  join(id: string, userId: string, permissions?: bigint): void {
    if (this.has(id, userId)) return;
    const { bot } = this.#world;
    const isBot = userId === bot.id;
    const role = isBot && permissions !== undefined && this.#ownRole(id, permissions);
    const joined_at = this.#world.timestamp();
    const member: MemberRecord = { user_id: userId, nick: null, roles: role ? [role.id] : [], joined_at };
    const guild = this.get(id)!;
    this.set(id, { ...guild, ...(isBot && { joined_at }), members: [...guild.members, member] });
    if (isBot) this.#tellArrival(id);
    else this.#tell(id, 'GUILD_MEMBER_ADD', { ...this.member(id, userId), guild_id: id }, userId);
  }

  /** Someone leaves or is thrown out; the bot takes its own role with it. */
  leave(id: string, userId: string): void {
    const guild = this.get(id);
    if (!guild || !this.has(id, userId)) return;
    const isBot = userId === this.#world.bot.id;
    if (isBot) this.#tell(id, 'GUILD_DELETE', { id });
    this.set(id, {
      ...guild,
      roles: guild.roles.filter((role) => role.tags?.bot_id !== userId),
      members: guild.members.filter((member) => member.user_id !== userId),
    });
    if (!isBot) this.#tell(id, 'GUILD_MEMBER_REMOVE', { guild_id: id, user: this.#world.user(userId) }, userId);
  }

  member(id: string, userId: string): APIGuildMember | undefined {
    const member = this.get(id)?.members.find((each) => each.user_id === userId);
    return member && memberObject(member, this.#world.user(userId));
  }

  changeMember(id: string, userId: string, change: Partial<Pick<MemberRecord, 'nick' | 'roles'>>): APIGuildMember {
    const guild = this.get(id)!;
    const members = guild.members.map((member) => (member.user_id === userId ? { ...member, ...change } : member));
    this.set(id, { ...guild, members });
    const member = this.member(id, userId)!;
    this.#tell(id, 'GUILD_MEMBER_UPDATE', { ...member, guild_id: id }, userId);
    return member;
  }

  role(id: string, roleId: string): APIRole | undefined {
    return this.get(id)?.roles.find((role) => role.id === roleId);
  }

  /** A new role, just above @everyone. */
  addRole(id: string, fields: RoleChange): APIRole {
    const { snowflakes } = this.#world;
    const seed = { id: snowflakes.next(), name: 'new role', permissions: '0' };
    const role = { ...roleObject(seed, 1), ...fields } as APIRole;
    const guild = this.get(id)!;
    const others = guild.roles.map((each) => (each.position < 1 ? each : { ...each, position: each.position + 1 }));
    this.set(id, { ...guild, roles: [...others, role] });
    this.#tell(id, 'GUILD_ROLE_CREATE', { guild_id: id, role });
    return role;
  }

  changeRole(id: string, roleId: string, change: RoleChange): APIRole {
    const guild = this.get(id)!;
    const role = { ...this.role(id, roleId)!, ...change } as APIRole;
    this.set(id, { ...guild, roles: guild.roles.map((each) => (each.id === roleId ? role : each)) });
    this.#tell(id, 'GUILD_ROLE_UPDATE', { guild_id: id, role });
    return role;
  }

  removeRole(id: string, roleId: string): void {
    const guild = this.get(id)!;
    this.set(id, {
      ...guild,
      roles: guild.roles.filter((role) => role.id !== roleId),
      members: guild.members.map((member) => ({ ...member, roles: member.roles.filter((each) => each !== roleId) })),
    });
    this.#tell(id, 'GUILD_ROLE_DELETE', { guild_id: id, role_id: roleId });
  }

  #ownRole(id: string, permissions: bigint): APIRole {
    const { snowflakes, bot } = this.#world;
    const guild = this.get(id)!;
    const seed = { id: snowflakes.next(), name: bot.username, permissions: permissions.toString(), bot_id: bot.id };
    const role = roleObject(seed, guild.roles.length);
    this.set(id, { ...guild, roles: [...guild.roles, role] });
    return role;
  }

  #tellArrival(id: string): void {
    this.#tell(id, 'GUILD_CREATE', this.#world.guildCreate(id));
  }

  #tell(guildId: string, t: string, d: unknown, aboutUser?: string): void {
    this.#world.events.publish({ t, d, guildId, aboutUser });
  }
}

function plantedChannel(seed: ChannelSeed, guild_id: string, position: number): ChannelRecord {
  return {
    id: seed.id,
    type: seed.type ?? ChannelType.GuildText,
    guild_id,
    name: seed.name,
    position,
    topic: seed.topic ?? null,
    permission_overwrites: seed.overwrites ?? [],
    ...(seed.tags && {
      available_tags: seed.tags.map((name, index) => ({
        id: (BigInt(seed.id) + BigInt(index) + 1n).toString(),
        name,
        moderated: false,
        emoji_id: null,
        emoji_name: null,
      })),
    }),
  };
}
