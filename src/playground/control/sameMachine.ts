import type { IncomingMessage } from 'node:http';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Why a request may not use the control API, or undefined when it may: only a page of the playground itself, or a
 * program without a browser on this machine. A Host that is not loopback is a name that somebody points at this
 * machine (DNS rebinding); a foreign Origin or Sec-Fetch-Site is a page elsewhere (cross-site request forgery).
 */
export function whyRefused(request: IncomingMessage): string | undefined {
  const { host = '', origin } = request.headers;
  if (!LOOPBACK.has(host.replace(/:\d+$/, ''))) return 'the Host header names another machine';
  if (origin !== undefined && origin !== `http://${host}`) return 'the Origin header names another page';
  const site = request.headers['sec-fetch-site'] ?? 'same-origin';
  if (site !== 'same-origin' && site !== 'none') return 'another site asks';
  if (request.method !== 'POST') return undefined;
  if (!/^application\/(json|octet-stream)\b/.test(request.headers['content-type'] ?? '')) return 'a form asks';
  return undefined;
}
