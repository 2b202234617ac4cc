import pino from 'pino';
import type { Config } from './config.ts';
import type { Report } from './news/outside.ts';

/** The log: one JSON object a line on stderr when that is not a terminal, one plain line when it is. */
export function createReport(level: Config['logLevel']): Report {
  if (process.stderr.isTTY) {
    return (problem, details = {}) => {
      if (level === 'error') return;
      process.stderr.write(`\n  ! ${problem}: ${Object.entries(details).map(inWords).join(', ')}\n`);
    };
  }
  const log = pino({ level, serializers: { error: pino.stdSerializers.err } }, pino.destination({ fd: 2, sync: true }));
  return (problem, details = {}) => log.warn(details, problem);
}

function inWords([name, value]: [string, unknown]): string {
  const text = value instanceof Error ? value.message : typeof value === 'string' ? value : JSON.stringify(value);
  return name === 'error' ? text : `${name} ${text}`;
}
