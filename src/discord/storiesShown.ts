import { type APIMessage, ComponentType, type Message } from 'discord.js';
import { type Action, parseCustomId } from './customId.ts';

/** Controls whose ids are the stories that their message is about; of a card's own, the first one is. */
const aboutStories: ReadonlySet<Action> = new Set(['related', 'sources', 'why', 'fullBrief']);

/** The stories that a message of ours is about, by its buttons: several for a briefing. */
export function storiesShown({ components = [] }: Message | APIMessage): readonly number[] {
  const rows = components.map((row) => ('toJSON' in row ? row.toJSON() : row));
  const controls = rows.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
  const parsed = controls.map((control) => ('custom_id' in control ? parseCustomId(control.custom_id) : null));
  const about = parsed.find((found) => found && found.ids.length > 0 && aboutStories.has(found.action));
  return (about?.action === 'fullBrief' ? about.ids.slice(0, 1) : about?.ids) ?? [];
}
