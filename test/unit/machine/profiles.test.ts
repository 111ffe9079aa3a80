import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/machine/config.js';
import { Machine } from '../../../src/machine/machine.js';
import { profiles } from '../../../src/machine/profiles/index.js';
import { exitWith, program } from '../../support/program.js';

describe('a profile', () => {
  it.each([...profiles.keys()])('%s is a machine that runs, and names a source for every number', (name) => {
    const machine = new Machine({ profile: name });
    machine.load(program(`.globl _start\n_start: ${exitWith(7)}`));
    expect(machine.run()).toMatchObject({ reason: 'exit', status: 7 });
    const { figures } = profiles.get(name)!;
    for (const { source, value } of figures) expect([source, value].every((text) => text !== '')).toBe(true);
    // A latency of the hierarchy is the cost of its line in the ledger.
    const { caches, costs } = machine.config;
    if (caches?.l2) expect(costs.costs.find((cost) => cost.name === 'data from L2')?.cycles).toBe(caches.l2.latency);
  });

  it('has the sizes that vendors and simulators state', () => {
    const bytes = (name: string) => {
      const { caches } = profiles.get(name)!;
      return [caches!.l1i, caches!.l1d, caches!.l2, caches!.l3].map(
        (shape) => shape && (shape.sets * shape.ways * 64) / 1024,
      );
    };
    expect(bytes('skylake')).toEqual([32, 32, 256, 8192]);
    expect(bytes('zen4')).toEqual([32, 32, 1024, 32768]);
    expect(bytes('zen5')).toEqual([32, 48, 1024, 32768]);
    expect(bytes('champsim')).toEqual([32, 48, 512, 2048]);
    expect(bytes('drcachesim')).toEqual([32, 32, 8192, null]);
  });

  it('gives way to caches and prices that are given', () => {
    const { config } = new Machine({ profile: 'skylake', caches: null, prices: { memory: 7 } });
    expect(config.caches).toBeNull();
    expect(config.costs.costs.find(({ name }) => name === 'loads')).toMatchObject({ cycles: 7, source: 'given' });
    const refused = () =>
      new Machine({ prices: { memory: -1 }, caches: { ...profiles.get('zen4')!.caches!, lineBytes: 3 } });
    expect(refused).toThrow(ConfigError);
    expect(refused).toThrow(/prices.*caches|caches.*prices/s);
  });
});
