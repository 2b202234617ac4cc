import type { Clock } from '../clock.ts';
import type { ActiveFault, FaultWish, GatewayTrouble, RequestTrouble } from './Fault.ts';
import { namesRequest } from './requestPattern.ts';

type Rule = { fault: ActiveFault; left: number; until: number };
type Kind<T extends { kind: string }> = T['kind'];

const OF_GATEWAY: ReadonlySet<string> = new Set<Kind<GatewayTrouble>>(['missingAck', 'silence', 'refuseConnection']);

/** What is to go wrong, on demand: the first fault that fits a request strikes; delays add up. */
export class Faults {
  readonly #clock: Clock;
  readonly #cutGateway: () => void;
  #rules: Rule[] = [];
  #lastId = 0;

  constructor(clock: Clock, cutGateway: () => void) {
    this.#clock = clock;
    this.#cutGateway = cutGateway;
  }

  /** Puts a fault in force; what it returns takes it away again. */
  add(wish: FaultWish): () => void {
    const { times = Infinity, forMs = Infinity } = wish;
    const id = ++this.#lastId;
    this.#rules.push({ fault: { ...wish, id }, left: times, until: this.#clock.now() + forMs });
    return () => this.remove(id);
  }

  /** Discord is away: 503 on REST, the gateway cut and refusing. By default until what it returns is called. */
  outage(forMs = Infinity): () => void {
    const ends = [
      this.add({ kind: 'error', status: 503, message: '503: Service Unavailable', forMs }),
      this.add({ kind: 'refuseConnection', forMs }),
    ];
    this.#cutGateway();
    return () => {
      for (const end of ends) end();
    };
  }

  remove(id: number): void {
    this.#rules = this.#rules.filter(({ fault }) => fault.id !== id);
  }

  clear(): void {
    this.#rules = [];
  }

  /** What is in force now. */
  get active(): readonly ActiveFault[] {
    return this.#current().map(({ fault }) => fault);
  }

  /** What befalls this request, which counts as one of its `times`. */
  ofRequest(method: string, path: string): { delayMs: number; trouble: RequestTrouble | undefined } {
    let delayMs = 0;
    let trouble: RequestTrouble | undefined;
    for (const rule of this.#current()) {
      const { fault } = rule;
      if (OF_GATEWAY.has(fault.kind) || !namesRequest(fault.match ?? '*', method, path)) continue;
      if (fault.kind === 'latency') delayMs += fault.ms;
      else if (trouble) continue;
      else trouble = fault as RequestTrouble;
      rule.left -= 1;
    }
    return { delayMs, trouble };
  }

  /** The fault of this kind that befalls the gateway now, which counts as one of its `times`. */
  ofGateway<K extends Kind<GatewayTrouble>>(kind: K): (ActiveFault & { kind: K }) | undefined {
    const rule = this.#current().find(({ fault }) => fault.kind === kind);
    if (rule) rule.left -= 1;
    return rule?.fault as (ActiveFault & { kind: K }) | undefined;
  }

  #current(): Rule[] {
    if (this.#rules.length === 0) return this.#rules;
    const now = this.#clock.now();
    this.#rules = this.#rules.filter(({ left, until }) => left > 0 && now < until);
    return this.#rules;
  }
}
