import type { AreaView, FaultReport, StackView } from './fault-report.js';
import { type ReportSpace, X86_SPACE } from './report-space.js';

const PAGE = 4096n;
const TOP = 1n << 64n;
/** First address of the upper half, the kernel's (Intel SDM vol. 1, 3.3.7.1). */
export function upperHalf({ linearBits }: ReportSpace): bigint {
  return TOP - (1n << BigInt(linearBits - 1));
}

export function hex(value: bigint | number): string {
  return `0x${value.toString(16)}`;
}

/** `1 byte`, `24 bytes`, `8 KiB`, `8 MiB`; large numbers that are not round get one decimal. */
export function bytesInWords(count: bigint): string {
  if (count === 1n) return '1 byte';
  if (count >= 1n << 20n && count % (1n << 20n) === 0n) return `${count >> 20n} MiB`;
  if (count >= 4096n && count % 1024n === 0n) return `${count >> 10n} KiB`;
  if (count >= 1n << 20n) return `${(Number(count) / 2 ** 20).toFixed(1)} MiB`;
  if (count >= 16n * PAGE) return `${(Number(count) / 2 ** 10).toFixed(1)} KiB`;
  return `${count} bytes`;
}

export function areaAt(address: bigint, areas: readonly AreaView[]): AreaView | null {
  return areas.find((area) => address >= area.start && address < area.end) ?? null;
}

/** All bits of the address that are not translated repeat the highest that is. */
export function isCanonical(address: bigint, { linearBits }: ReportSpace): boolean {
  return BigInt.asUintN(64, BigInt.asIntN(linearBits, address)) === BigInt.asUintN(64, address);
}

/** The design has no such address: it has bits above those that tables translate. */
export function isTooWide(address: bigint, { virtualBits }: ReportSpace): boolean {
  return virtualBits !== null && address >> BigInt(virtualBits) !== 0n;
}

/** `NULL + 0x10`, `8 bytes below NULL`, or null when the address is not near zero. */
export function nearNull(address: bigint, { nullReach }: ReportSpace = X86_SPACE): string | null {
  if (address === 0n) return 'NULL';
  if (address < nullReach) return `NULL + ${hex(address)}`;
  if (address >= TOP - PAGE) return `${bytesInWords(TOP - address)} below NULL`;
  return null;
}

/** The address lies in or just below the guard of the stack. */
export function belowStack(address: bigint, stack: StackView | null, { near }: ReportSpace = X86_SPACE): boolean {
  return stack !== null && address < stack.limit && address >= stack.limit - near;
}

/** Where an address is, in words that follow "at": relative to symbols, areas, the stack guard, NULL. */
export function addressInWords(
  address: bigint,
  report: Pick<FaultReport, 'areas' | 'stack' | 'symbolAt' | 'space'>,
): string {
  const space = report.space ?? X86_SPACE;
  if (isTooWide(address, space)) return `an address wider than the ${space.virtualBits} bits of this design`;
  if (!isCanonical(address, space)) return 'an address that cannot exist';
  const area = areaAt(address, report.areas);
  if (area !== null) return insideArea(address, area, report.symbolAt(address));
  const nearZero = nearNull(address, space);
  if (nearZero !== null) return nearZero;
  if (address >= upperHalf(space)) return 'an address of the upper half, which belongs to the kernel';
  const { stack } = report;
  if (stack !== null && belowStack(address, stack, space))
    return `${bytesInWords(stack.limit - address)} below the lowest address that the stack may reach`;
  return besideArea(address, report.areas, space);
}

/** What a person calls an area. */
function areaInWords({ name }: AreaView): string {
  return (
    { '[stack]': 'the stack', '[heap]': 'the heap', mmap: 'an area made by mmap', headers: 'the ELF headers' }[name] ??
    name
  );
}

function insideArea(address: bigint, area: AreaView, symbol: string | null): string {
  if (symbol !== null) return `${symbol} in ${areaInWords(area)}`;
  const offset = address - area.start;
  return offset === 0n ? `the first byte of ${areaInWords(area)}` : `${areaInWords(area)} + ${hex(offset)}`;
}

function besideArea(address: bigint, areas: readonly AreaView[], { near }: ReportSpace): string {
  const before = areas.filter((area) => area.end <= address).at(-1);
  const behind = areas.find((area) => area.start > address);
  const past = before === undefined ? TOP : address - before.end;
  const under = behind === undefined ? TOP : behind.start - address;
  if (past <= under && past < near && before !== undefined)
    return past === 0n
      ? `the first byte past the end of ${areaInWords(before)}`
      : `${bytesInWords(past)} past the end of ${areaInWords(before)}`;
  if (under < near && behind !== undefined) return `${bytesInWords(under)} below ${areaInWords(behind)}`;
  return 'an address in the middle of nowhere';
}
