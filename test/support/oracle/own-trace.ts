import { readFileSync } from 'node:fs';
import { assembleObject } from '../../../src/asm/assemble.js';
import type { Image } from '../../../src/asm/image.js';
import { link } from '../../../src/asm/link/link.js';
import type { Probe, Reference, Step } from '../../../src/cpu/probe.js';
import { Machine } from '../../../src/machine/machine.js';
import { type TraceDigest, TraceNormalizer } from './reference-trace.js';

/** Hands every program reference of the reference CPU to a trace, as the tools print them. */
export class TraceProbe implements Probe {
  private readonly trace: TraceNormalizer;

  constructor(trace: TraceNormalizer) {
    this.trace = trace;
  }

  step({ rip, decoded, references }: Step): void {
    this.trace.add('I', Number(rip), decoded.length);
    for (const reference of references) this.note(reference);
  }

  private note({ kind, virtual, size }: Reference): void {
    if (kind === 'fetch') return;
    const address = Number(virtual);
    if (kind !== 'store') this.trace.add('L', address, size);
    if (kind !== 'load') this.trace.add('S', address, size);
  }
}

/** The trace of a program that runs here. */
export function ownTrace(image: Image, trace = new TraceNormalizer()): TraceDigest {
  const machine = new Machine({ engine: 'reference', limit: 10_000_000 });
  machine.probe = new TraceProbe(trace);
  machine.load(image);
  machine.run();
  return trace.digest();
}

/** A program of test/corpus, assembled and linked: the same file is traced everywhere, so that addresses are the same. */
export function linkCorpus(name: string): Image {
  const source = readFileSync(new URL(`../../corpus/${name}`, import.meta.url), 'utf8');
  return link([assembleObject(source, name).object!]).image!;
}
