/** A way in which a request to the API can go wrong. */
export type RequestTrouble =
  /** Answers with this status, and does nothing. */
  | { kind: 'error'; status: number; code?: number; message?: string }
  /** Does what was asked, then answers with this status: the write stands, its answer is lost. */
  | { kind: 'errorAfterWrite'; status: number; code?: number; message?: string }
  /** Acts and answers that much later. */
  | { kind: 'latency'; ms: number }
  /** Resets the connection, before or after acting. */
  | { kind: 'drop' | 'dropAfterWrite' }
  /** Never answers: the half-open connection that only a time-out ends. */
  | { kind: 'hang' | 'hangAfterWrite' }
  /** 429, as if a bucket were empty (topics/rate-limits). */
  | { kind: 'rateLimit'; scope?: 'user' | 'global' | 'shared'; retryAfterMs: number }
  /** 401, as if the token had been reset. */
  | { kind: 'unauthorized' };

/** A way in which the gateway can go wrong. `times` counts heartbeats or connections. */
export type GatewayTrouble =
  /** Heartbeats are not acknowledged. */
  | { kind: 'missingAck' }
  /** Nothing is sent any more, though the sockets stay open. */
  | { kind: 'silence' }
  /** New connections are refused with 503, or taken and closed with this code before HELLO. */
  | { kind: 'refuseConnection'; code?: number };

export type FaultWish = (RequestTrouble | GatewayTrouble) & {
  /** Which requests: `POST /channels/:id/messages`, `* /webhooks/**`; by default all. */
  match?: string;
  /** For how many requests; by default until it is taken away. */
  times?: number;
  /** For how long by the playground's clock; by default until it is taken away. */
  forMs?: number;
};

/** A fault that is in force. */
export type ActiveFault = FaultWish & { readonly id: number };
