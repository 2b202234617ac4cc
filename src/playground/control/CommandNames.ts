import {
  type APIApplicationCommandInteraction,
  type APIApplicationCommandInteractionDataOption,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';
import type { WorldEvent } from '../world/Broadcast.ts';

const REMEMBERED = 500;

/** Which command each of the latest interactions was: what stands above an answer, "Ada used /search". */
export class CommandNames {
  readonly #names = new Map<string, string>();

  hear({ t, d }: WorldEvent): void {
    const payload = d as APIApplicationCommandInteraction | null;
    if (t !== 'INTERACTION_CREATE' || !payload?.data || !('name' in payload.data)) return;
    const options = 'options' in payload.data ? payload.data.options : undefined;
    this.#names.set(payload.id, [payload.data.name, ...subcommandOf(options)].join(' '));
    const [oldest] = this.#names.keys();
    if (this.#names.size > REMEMBERED && oldest) this.#names.delete(oldest);
  }

  of(interactionId: string): string | undefined {
    return this.#names.get(interactionId);
  }
}

function subcommandOf(options: readonly APIApplicationCommandInteractionDataOption[] = []): string[] {
  const [first] = options;
  if (first?.type !== OptionType.Subcommand && first?.type !== OptionType.SubcommandGroup) return [];
  return [first.name, ...subcommandOf(first.options)];
}
