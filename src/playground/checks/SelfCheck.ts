import type { ZodMiniType } from 'zod/mini';
import type { Answer, Route } from '../rest/Route.ts';
import { errorSchema } from './errorSchema.ts';
import { eventSchemas } from './eventSchemas.ts';
import { type SchemaName, schemas } from './schemaFaults.ts';

/** Checks what the playground itself says against Discord's description of it. */
export class SelfCheck {
  readonly violations: string[] = [];
  readonly #pending = new Set<Promise<void>>();

  /** What is wrong with an answer, if anything. */
  async answer({ method, pattern, answers }: Route, { status, body }: Answer): Promise<string | undefined> {
    const place = `${method} ${pattern} answered ${status}`;
    if (body === undefined || status === 429) return undefined;
    if (status >= 400) return this.#verdict(place, 'an error', await errorSchema(), body);
    if (!answers) return this.#found(`${place} with a body that no schema describes`);
    if (Array.isArray(answers)) {
      if (!Array.isArray(body)) return this.#found(`${place} with something else than a list`);
      for (const each of body) {
        const wrong = await this.#named(place, answers[0], each);
        if (wrong) return wrong;
      }
      return undefined;
    }
    return this.#named(place, typeof answers === 'function' ? answers(body as never) : (answers as SchemaName), body);
  }

  /** Checks an event as it stands now; what is wrong shows when everything is over. */
  event(t: string, d: unknown): void {
    const check = eventSchemas().then((all) => {
      const result = all[t]?.safeParse(d);
      if (!result) this.#found(`the event ${t} has no schema`);
      else if (!result.success) this.#found(`the event ${t} ${shown(result.error.issues)}`);
    });
    const settled = check.finally(() => this.#pending.delete(settled));
    this.#pending.add(settled);
  }

  /** Rejects with everything that was wrong. */
  async finish(): Promise<void> {
    await Promise.all(this.#pending);
    if (this.violations.length > 0) {
      throw new Error(`the playground strayed from Discord's description:\n${this.violations.join('\n')}`);
    }
  }

  async #named(place: string, name: SchemaName, body: unknown): Promise<string | undefined> {
    return this.#verdict(place, name, (await schemas())[name], body);
  }

  #verdict(place: string, name: string, schema: ZodMiniType, body: unknown): string | undefined {
    const result = schema.safeParse(body);
    return result.success ? undefined : this.#found(`${place} ${shown(result.error.issues)} of ${name}`);
  }

  #found(violation: string): string {
    this.violations.push(violation);
    return violation;
  }
}

function shown(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  return `with ${issues.map(({ path, message }) => `${path.join('.') || 'a body'}: ${message}`).join('; ')}`;
}
