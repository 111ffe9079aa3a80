import type { ReferenceCpu } from '../cpu/reference.js';
import type { Engine } from '../cpu/trap.js';
import { Interpreter } from '../engine/interpreter.js';
import type { PhysicalMemory } from '../memory/physical.js';
import type { Mmu } from '../mmu/mmu.js';

/** How to build an engine. `bytes`: room that it needs behind the RAM. */
export interface EngineChoice {
  readonly name: string;
  readonly title: string;
  readonly bytes: number;
  create(memory: PhysicalMemory, mmu: Mmu, reference: ReferenceCpu): Engine;
}

const reference: EngineChoice = {
  name: 'reference',
  title: 'plain TypeScript, to read and to compare with',
  bytes: 0,
  create: (_memory, _mmu, cpu) => cpu,
};

const interpreter: EngineChoice = {
  name: 'interpreter',
  title: 'WebAssembly generated from the instruction table, for speed',
  bytes: Interpreter.engineBytes,
  create: (memory, mmu, cpu) => new Interpreter(memory, mmu, cpu),
};

/** Every engine, by name; `auto` is the fastest. */
export const engines: ReadonlyMap<string, EngineChoice> = new Map([
  ['auto', interpreter],
  ['interpreter', interpreter],
  ['reference', reference],
]);
