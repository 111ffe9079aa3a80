import { geometryProblem, type TlbConfig, type TlbGeometry, type TlbPolicy } from '../mmu/config.js';
import { CommandError, EXIT } from './exit-status.js';

const POLICIES: readonly TlbPolicy[] = ['lru', 'fifo', 'random'];
const ADVICE =
  'Write ENTRIESxWAYS,POLICY: 64x4,lru. Others: none; 16 (fully associative); 32x4/64x4 (instruction/data); unified:64x4,fifo; 64x4,random:7 (seed).';

/**
 * Reads the value of `--tlb`:
 *
 *     none | [unified:] SIZE [/ SIZE] [, POLICY]       SIZE = ENTRIES | ENTRIESxWAYS | none       POLICY = lru | fifo | random[:SEED]
 *
 * One SIZE gives the instruction and the data TLB each that size; entries alone are fully associative. Refuses with status 78.
 */
export function parseTlb(text: string): TlbConfig {
  const [shape = '', policyText = 'lru', ...rest] = text.toLowerCase().replace(/\s/g, '').split(',');
  if (rest.length > 0) throw refuse(text, 'has more than one comma');
  const { policy, seed } = parsePolicy(text, policyText);
  const unified = shape.startsWith('unified:');
  const sizes = (unified ? shape.slice('unified:'.length) : shape).split('/');
  if (sizes.length > (unified ? 1 : 2))
    throw refuse(text, unified ? 'gives a unified TLB two sizes' : 'has more than two sizes');
  const itlb = parseGeometry(text, sizes[0]!);
  const dtlb = unified ? null : parseGeometry(text, sizes[1] ?? sizes[0]!);
  return { itlb, dtlb, unified: unified && itlb !== null, policy, seed };
}

function parsePolicy(text: string, policyText: string): { policy: TlbPolicy; seed: number } {
  const [name, seedText] = policyText.split(':');
  const policy = POLICIES.find((known) => known === name);
  if (policy === undefined) throw refuse(text, `names the unknown policy '${name}'`);
  if (seedText === undefined) return { policy, seed: 1 };
  const seed = Number(seedText);
  if (policy !== 'random' || !/^\d+$/.test(seedText) || seed > 0xffff_ffff)
    throw refuse(text, `has a bad seed '${seedText}'`);
  return { policy, seed };
}

function parseGeometry(text: string, size: string): TlbGeometry | null {
  if (size === 'none' || size === '0') return null;
  const match = /^(\d+)(?:x(\d+))?$/.exec(size);
  if (match === null) throw refuse(text, `has a size '${size}' that is not ENTRIES or ENTRIESxWAYS`);
  const entries = Number(match[1]);
  const ways = match[2] === undefined ? entries : Number(match[2]);
  if (ways === 0 || entries % ways !== 0)
    throw refuse(text, `has ${entries} entries, which cannot be divided into ${ways} ways`);
  const geometry = { sets: entries / ways, ways };
  const problem = geometryProblem(geometry);
  if (problem !== null) throw refuse(text, problem);
  return geometry;
}

function refuse(text: string, why: string): CommandError {
  return new CommandError(EXIT.badConfiguration, `--tlb '${text}' ${why}`, ADVICE);
}
