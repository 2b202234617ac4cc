import {
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Interaction } from '../interactions/Interaction.ts';
import type { World } from '../world/World.ts';

/** What a person sees of the bot's answer. It is live: later edits and followups show in it. */
export class Reply {
  readonly interaction: Interaction;
  readonly #world: World;

  constructor(interaction: Interaction, world: World) {
    this.interaction = interaction;
    this.#world = world;
  }

  /** The answer as it stands now; none for a modal, or once it is deleted. */
  get message(): APIMessage | undefined {
    return this.interaction.originalId === undefined ? undefined : this.#world.message(this.interaction.originalId);
  }

  get ephemeral(): boolean {
    return Boolean((this.message?.flags ?? 0) & MessageFlags.Ephemeral);
  }

  /** Followups in the order they came, without deleted ones. */
  get followups(): APIMessage[] {
    return this.interaction.followupIds.flatMap((id) => this.#world.message(id) ?? []);
  }

  get modal(): APIModalInteractionResponseCallbackData | undefined {
    return this.interaction.modal;
  }

  get choices(): APIApplicationCommandOptionChoice[] | undefined {
    return this.interaction.choices;
  }

  /** Waits until this holds of the answer; `what` names it should it never. */
  until(holds: (reply: Reply) => boolean, what = 'what was waited for', ms = 3000): Promise<this> {
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        stopWatching();
        callOff();
        settle();
      };
      const look = () => {
        if (holds(this)) finish(() => resolve(this));
        else if (this.interaction.expired) finish(() => reject(new Error('The application did not respond')));
      };
      const stopWatching = this.interaction.watch(look);
      const callOff = this.#world.clock.after(ms, () =>
        finish(() => reject(new Error(`${what} did not come in ${ms} ms`))),
      );
      look();
    });
  }
}
