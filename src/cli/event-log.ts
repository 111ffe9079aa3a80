import type { KernelEvent, KernelHappening } from '../kernel/events.js';
import type { Log, LogLevel } from './log.js';

const hex = (value: number | bigint) => `0x${value.toString(16)}`;

/** Every clock tick would drown the rest. */
const LEVELS: Partial<Record<KernelHappening['kind'], Exclude<LogLevel, 'silent'>>> = { timer: 'trace' };

/** Writes a kernel event to the log: a sentence, and the event itself as fields. */
export function logEvent(log: Log, event: KernelEvent): void {
  const level = LEVELS[event.kind] ?? 'debug';
  if (log.enabled(level)) log.write(level, eventText(event), plain(event));
}

/** One event in words. */
export function eventText(event: KernelHappening): string {
  switch (event.kind) {
    case 'spawn':
      return `process ${event.pid} starts: ${event.name}`;
    case 'fault':
      return `process ${event.pid}: page fault at ${hex(event.address)}, error code ${hex(event.errorCode)}, by the instruction at ${hex(event.rip)}`;
    case 'fill':
      return `process ${event.pid}: page ${hex(event.page)} gets frame ${event.frame}, ${event.content === 'zero' ? 'filled with zeros' : 'filled from the image'}`;
    case 'copy':
      return `process ${event.pid}: page ${hex(event.page)} copied from frame ${event.from} to ${event.to}`;
    case 'evict':
      return `process ${event.pid}: page ${hex(event.page)} leaves frame ${event.frame}${event.slot < 0 ? ', clean' : `, unchanged in slot ${event.slot}`}`;
    case 'swapOut':
      return `process ${event.pid}: page ${hex(event.page)} written from frame ${event.frame} to swap slot ${event.slot}`;
    case 'swapIn':
      return `process ${event.pid}: page ${hex(event.page)} read from swap slot ${event.slot} into frame ${event.frame}`;
    case 'stackGrowth':
      return `process ${event.pid}: the stack grows from ${hex(event.from)} to ${hex(event.to)}`;
    case 'syscall':
      return `process ${event.pid}: ${event.name ?? `system call ${event.number}`}(${event.arguments.map(hex).join(', ')})${event.result === null ? ' waits' : ` = ${resultText(event.result)}`}`;
    case 'move':
      return `${event.bytes} bytes of RAM move from ${hex(event.from)} to ${hex(event.to)}`;
    case 'imageSwap':
      return `process ${event.pid}: its whole image, ${event.pages} pages, ${event.direction === 'out' ? 'goes to the disk' : 'comes back'}`;
    case 'stray':
      return `process ${event.pid}: ${event.write ? 'a store to' : 'a load from'} ${hex(event.physical)}, which is ${ownerText(event.owner)}`;
    case 'timer':
      return `timer interrupt in process ${event.pid}`;
    case 'switch':
      return `switch from process ${event.from} to ${event.to} (${event.reason}), ${event.lost} translations lost`;
    case 'signal':
      return `process ${event.pid} is killed by ${event.fault.signal} (${event.fault.code})`;
    case 'exit':
      return `process ${event.pid} ends with status ${event.status}`;
  }
}

function ownerText(owner: 'kernel' | 'free' | number): string {
  if (owner === 'kernel') return "the kernel's";
  return owner === 'free' ? 'free' : `process ${owner}'s`;
}

function resultText(result: number): string {
  return result > 0xffff ? hex(result) : String(result);
}

/** Fields that JSON can carry: addresses as text, the time as steps, since the log has a time of its own. */
function plain(event: KernelEvent): object {
  const { time, ...rest } = event;
  const shown = Object.entries(rest).flatMap(([name, value]) => {
    if (name === 'fault') return [];
    const address = name === 'page' || (event.kind === 'stackGrowth' && (name === 'from' || name === 'to'));
    return [[name, address ? hex(value as number) : jsonValue(value)]];
  });
  return { steps: time, ...Object.fromEntries(shown) };
}

function jsonValue(value: unknown): unknown {
  if (typeof value === 'bigint') return hex(value);
  if (Array.isArray(value)) return value.map(jsonValue);
  return value;
}
