import { FLAG_BIT, FLAGS_USER } from '../flags.js';
import { instruction } from '../instruction.js';
import { R11, RAX, RCX, RDI, RDX, RSI, RSP } from '../registers.js';
import type { Meaning, Semantics } from '../semantics.js';
import type { TableRegister } from '../system-semantics.js';
import { advance, pointer } from './string.js';

/** Everything here is left to the reference CPU: it is rare, and changes what engines rely on. */
const referenceOnly = { referenceOnly: true };
const nothing: Meaning = () => {};
const GENERAL_PROTECTION = 13;

/** A 64-bit value from the halves in edx:eax. */
function pair<V>(s: Semantics<V>): V {
  const high = s.shl(s.zeroExtend(s.register(RDX, 32), 64), s.constant(32, 64));
  return s.or(high, s.zeroExtend(s.register(RAX, 32), 64));
}

function setPair<V>(s: Semantics<V>, value: V): void {
  s.setRegister(RAX, s.truncate(value, 32));
  s.setRegister(RDX, s.truncate(s.shr(value, s.constant(32, 64)), 32));
}

/** Writes of CR0 and CR4 that long mode forbids are #GP(0); CR3 drops the TLB (mmu/README.md). */
export const movControl = instruction(
  'mov',
  'destination = source, one of them a control register',
  ['rr64,creg = 0f 20 /r ; 64 d64 cpl0', 'creg,rr64 = 0f 22 /r ; 64 d64 cpl0'],
  (s, destination, source) => s.put(destination, s.get(source)),
  referenceOnly,
);

const TASK_SWITCHED = 8;

/** Nothing watches: the registers keep what they are given. DR4 and DR5 are other names of DR6 and DR7. */
export const movDebug = instruction(
  'mov',
  'destination = source, one of them a debug register',
  ['rr64,dreg = 0f 21 /r ; 64 d64 cpl0', 'dreg,rr64 = 0f 23 /r ; 64 d64 cpl0'],
  (s, destination, source) => s.put(destination, s.get(source)),
  referenceOnly,
);

export const clts = instruction(
  'clts',
  'CR0.TS = 0',
  ['= 0f 06 ; cpl0'],
  (s) => s.system.setControl(0, s.and(s.system.control(0), s.constant(~BigInt(TASK_SWITCHED), 64))),
  referenceOnly,
);

export const rdmsr = instruction(
  'rdmsr',
  'edx:eax = model-specific register ecx',
  ['= 0f 32 ; cpl0'],
  (s) => setPair(s, s.system.modelRegister(s.register(RCX, 32))),
  referenceOnly,
);

export const wrmsr = instruction(
  'wrmsr',
  'model-specific register ecx = edx:eax',
  ['= 0f 30 ; cpl0'],
  (s) => s.system.setModelRegister(s.register(RCX, 32), pair(s)),
  referenceOnly,
);

/** The same answer in every engine: one tick for each step of the machine. */
export const rdtsc = instruction(
  'rdtsc',
  'edx:eax = completed steps of the machine',
  ['= 0f 31'],
  (s) => setPair(s, s.system.timestamp()),
  referenceOnly,
);

export const swapgs = instruction(
  'swapgs',
  "exchanges the base of GS with the kernel's",
  ['= 0f 01 f8 ; cpl0'],
  (s) => s.system.exchangeGsBases(),
  referenceOnly,
);

/** There are no counters. */
export const rdpmc = instruction(
  'rdpmc',
  'refused: there are no performance counters',
  ['= 0f 33'],
  (s) => s.fault(GENERAL_PROTECTION),
  referenceOnly,
);

export const machineStatus = [
  instruction(
    'smsw',
    'destination = CR0; in memory its low 16 bits',
    ['rr = 0f 01 /4', 'm16 = 0f 01 /4'],
    (s, destination) => {
      const value = s.system.control(0);
      const width = s.isMemory(destination) ? 16 : s.width;
      s.put(destination, width === 64 ? value : s.truncate(value, width));
    },
    referenceOnly,
  ),
  instruction(
    'lmsw',
    'bits 3:0 of CR0 = source; protection stays on',
    ['rm16 = 0f 01 /6 ; cpl0'],
    (s, source) => {
      const low = s.and(s.zeroExtend(s.get(source), 64), s.constant(0xe, 64));
      s.system.setControl(0, s.or(s.and(s.system.control(0), s.constant(~0xen, 64)), low));
    },
    referenceOnly,
  ),
];

/** Ten bytes: the limit, then the base. */
function storeTable(register: TableRegister): Meaning {
  return (s, destination) => {
    const { base, limit } = s.system.table(register);
    const address = s.address(destination);
    s.store(address, limit);
    s.store(s.add(address, s.constant(2, 64)), base);
  };
}

function loadTable(register: TableRegister): Meaning {
  return (s, source) => {
    const address = s.address(source);
    const limit = s.load(address, 16);
    s.system.setTable(register, s.load(s.add(address, s.constant(2, 64)), 64), limit);
  };
}

export const tables = [
  instruction('sgdt', 'destination = GDTR', ['m8 = 0f 01 /0 ; plain'], storeTable('gdt'), referenceOnly),
  instruction('sidt', 'destination = IDTR', ['m8 = 0f 01 /1 ; plain'], storeTable('idt'), referenceOnly),
  instruction('lgdt', 'GDTR = source', ['m8 = 0f 01 /2 ; plain cpl0'], loadTable('gdt'), referenceOnly),
  instruction('lidt', 'IDTR = source', ['m8 = 0f 01 /3 ; plain cpl0'], loadTable('idt'), referenceOnly),
];

export const invlpg = instruction(
  'invlpg',
  'drops the TLB entries of the page of an address',
  ['m8 = 0f 01 /7 ; plain cpl0'],
  (s, operand) => s.system.invalidatePage(s.address(operand)),
  referenceOnly,
);

/** The descriptor: bits 63:0 the number of an address space (PCID), bits 127:64 an address. */
export const invpcid = instruction(
  'invpcid',
  'drops TLB entries: 0 of one page in a space, 1 of one space, 2 all, 3 all but global ones',
  ['r64,m128 = 66 0f 38 82 /r ; 64 d64 plain cpl0'],
  (s, type, descriptor) => s.system.invalidate(s.get(type), s.load(s.address(descriptor), 128)),
  referenceOnly,
);

/** There are no caches to write back. */
export const caches = [
  instruction('invd', 'nothing; there are no caches', ['= 0f 08 ; cpl0'], nothing, referenceOnly),
  instruction('wbinvd', 'nothing; there are no caches', ['= 0f 09 ; cpl0'], nothing, referenceOnly),
  instruction('wbnoinvd', 'nothing; there are no caches', ['= f3 0f 09 ; cpl0'], nothing, referenceOnly),
];

/** The interrupt flag changes only at level 0, as with popf. */
function restoreFlags<V>(s: Semantics<V>, flags: V): void {
  const bit = 1 << FLAG_BIT.if;
  const kernel = s.isZero(s.system.privilege());
  const keptBit = s.and(s.readFlags(), s.constant(bit, 64));
  const wanted = s.select(kernel, s.and(flags, s.constant(bit, 64)), keptBit);
  s.writeFlags(s.or(s.and(flags, s.constant(FLAGS_USER, 64)), wanted), FLAGS_USER | bit);
}

/** Segments are flat and have no descriptors: of a selector only the privilege level in its low bits counts. */
export const iret = instruction(
  'iret',
  'pops rip, cs, flags, rsp, ss: returns from an interrupt',
  ['= cf ; 16 32 64'],
  (s) => {
    const top = s.register(RSP, 64);
    const popped = (index: number) => {
      const value = s.load(s.add(top, s.constant((s.width / 8) * index, 64)), s.width, 'stack');
      return s.width === 64 ? value : s.zeroExtend(value, 64);
    };
    const target = popped(0);
    const code = popped(1);
    const flags = popped(2);
    const stack = popped(3);
    const segment = popped(4);
    s.system.setPrivilege(s.truncate(code, 16), s.truncate(segment, 16));
    restoreFlags(s, flags);
    s.setRegister(RSP, stack);
    s.jump(target);
  },
  referenceOnly,
);

const USER_SELECTOR = 3;

export const sysret = instruction(
  'sysret',
  'returns from a system call: rip = rcx, flags = r11, level 3',
  ['= 0f 07 ; 64 cpl0'],
  (s) => {
    const user = s.constant(USER_SELECTOR, 16);
    s.system.setPrivilege(user, user);
    restoreFlags(s, s.register(R11, 64));
    s.jump(s.register(RCX, 64));
  },
  referenceOnly,
);

export const sysretNarrow = instruction(
  'sysret',
  'refused: there is no 32-bit mode to return to',
  ['= 0f 07 ; 32 cpl0'],
  (s) => s.fault(GENERAL_PROTECTION),
  referenceOnly,
);

const BREAKPOINT = 3;
/** The gate is one of the interrupt table (Intel SDM vol. 3, 6.13). */
const IN_INTERRUPT_TABLE = 2;

/** Programs may raise the breakpoint; the other gates belong to the kernel. */
export const int = instruction(
  'int',
  'raises an interrupt: 3 is the breakpoint, others are refused',
  ['i8 = cd ib ; plain'],
  (s, number) => {
    const vector = s.immediateValue(number) & 0xff;
    if (vector === BREAKPOINT) s.trap('breakpoint');
    else s.fault(GENERAL_PROTECTION, vector * 8 + IN_INTERRUPT_TABLE);
  },
  referenceOnly,
);

/** No device answers: what is read has every bit set, what is written is lost. User programs may do neither (IOPL is 0). */
export const input = instruction(
  'in',
  'accumulator = port: all ones, no device is there',
  ['al,i8 = e4 ib ; cpl0', 'acc,i8 = e5 ib ; 16 32 cpl0', 'al,dx = ec ; cpl0', 'acc,dx = ed ; 16 32 cpl0'],
  (s, accumulator) => s.put(accumulator, s.constant(-1, s.width)),
  referenceOnly,
);

export const output = instruction(
  'out',
  'port = accumulator: lost, no device is there',
  ['i8,al = e6 ib ; 8 cpl0', 'i8,acc = e7 ib ; 16 32 cpl0', 'dx,al = ee ; 8 cpl0', 'dx,acc = ef ; 16 32 cpl0'],
  (s, _, accumulator) => {
    s.get(accumulator);
  },
  referenceOnly,
);

export const stringPorts = [
  instruction(
    'ins',
    'element at rdi = port dx: all ones, no device is there; rdi moves on',
    ['= 6c ; 8 rep cpl0', '= 6d ; 16 32 rep cpl0'],
    (s) => {
      s.store(pointer(s, RDI), s.constant(-1, s.width), 'es');
      advance(s, RDI);
    },
    referenceOnly,
  ),
  instruction(
    'outs',
    'port dx = element at rsi: lost, no device is there; rsi moves on',
    ['= 6e ; 8 rep cpl0', '= 6f ; 16 32 rep cpl0'],
    (s) => {
      s.load(pointer(s, RSI), s.width);
      advance(s, RSI);
    },
    referenceOnly,
  ),
];
