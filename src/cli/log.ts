import { createRequire } from 'node:module';
import type { Logger } from 'pino';
import { CommandError, EXIT } from './exit-status.js';
import { colours } from './output.js';

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const require = createRequire(import.meta.url);

/** A log on stderr. pino is loaded with the first line that is really written: most runs write none. */
export class Log {
  readonly level: LogLevel;
  private readonly rank: number;
  private logger: Logger | null = null;

  constructor(level: LogLevel) {
    this.level = level;
    this.rank = LOG_LEVELS.indexOf(level);
  }

  enabled(level: LogLevel): boolean {
    return LOG_LEVELS.indexOf(level) <= this.rank;
  }

  write(level: Exclude<LogLevel, 'silent'>, message: string, fields: object = {}): void {
    if (!this.enabled(level)) return;
    this.logger ??= open(this.level);
    this.logger[level](fields, message);
  }
}

/** JSON lines off a terminal, the message alone on one; both synchronous, so that they stay in order with the guest's own output. */
function open(level: LogLevel): Logger {
  const { pino } = require('pino') as typeof import('pino');
  const options = { level, base: null };
  if (process.stderr.isTTY !== true) return pino(options, pino.destination({ dest: 2, sync: true }));
  const { build } = require('pino-pretty') as typeof import('pino-pretty');
  return pino(
    options,
    build({
      colorize: colours(),
      destination: 2,
      sync: true,
      translateTime: 'SYS:HH:MM:ss.l',
      hideObject: true,
      ignore: 'pid,name',
    }),
  );
}

export function parseLogLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text);
  if (level === undefined)
    throw new CommandError(
      EXIT.badConfiguration,
      `--log-level: there is no level '${text}'`,
      `Levels: ${LOG_LEVELS.join(', ')}.`,
    );
  return level;
}
