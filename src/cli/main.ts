import { existsSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { EXIT } from './exit-status.js';
import { failure } from './failure.js';
import { say } from './output.js';
import { version } from './version.js';

/** Runs one command line; gives the exit status. Commands are loaded when they are called. */
export async function main(argv: readonly string[]): Promise<number> {
  let status: number = EXIT.success;
  const dashes = argv.indexOf('--');
  const guestArguments = dashes < 0 ? [] : argv.slice(dashes + 1);
  const program = commandLine(guestArguments, (result) => {
    status = result;
  });
  try {
    await program.parseAsync(dashes < 0 ? argv : argv.slice(0, dashes), { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return refusedByCommander(error, argv);
    const { status, text } = failure(error, wantsTrace(argv));
    say(text);
    return status;
  }
}

/** commander has said what is wrong. Who gave a file where a command belongs wants to run it. */
function refusedByCommander({ exitCode, code }: CommanderError, argv: readonly string[]): number {
  if (exitCode === 0) return EXIT.success;
  if (code === 'commander.unknownCommand' && existsSync(argv[0]!))
    say(`  Did you mean: pagewalk run ${argv.join(' ')}\n`);
  return EXIT.usage;
}

/** A defect is printed with its stack trace only at the levels that are for those who look for it. */
function wantsTrace(argv: readonly string[]): boolean {
  return argv.some((word) => /^(--log-level=)?(debug|trace)$/.test(word));
}

type Done = (status: number) => void;

function commandLine(guestArguments: readonly string[], done: Done): Command {
  const program = new Command('pagewalk')
    .description('Run x86-64 assembly and see every memory reference it makes.')
    .version(version)
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({ writeErr: (text) => say(text.replace(/^error: /, 'pagewalk: ')) })
    .addHelpText(
      'after',
      '\nExamples:\n  pagewalk run hello.s --stats\n  pagewalk count loop.s\n  pagewalk asm hello.s -o hello\n',
    );
  addRun(program, guestArguments, done);
  addAsm(program, done);
  addLink(program, done);
  addDisasm(program, done);
  addCount(program, guestArguments, done);
  addIsa(program, done);
  addProfiles(program, done);
  addTranslate(program, guestArguments, done);
  addPolicy(program, guestArguments, done);
  return program;
}

function addMachineOptions(command: Command): Command {
  return command
    .option('--profile <name>', 'TLB, caches and costs of a machine; pagewalk profiles lists them (default: textbook)')
    .option(
      '--mmu <design>',
      'how addresses are translated: x86-64 (the default), linear, radix:10,10, physical, relocation, base, base-bounds, segments:2',
    )
    .option('--page-size <size>', 'of linear and radix: 16 to 4096 bytes (default: 4K)')
    .option(
      '--va-bits <n>',
      'width of virtual addresses (default: 32, or what indexes and offset make; without tables 23, segments 30; x86-64: 48, or 57 with five levels)',
    )
    .option(
      '--pa-bits <n>',
      'width of physical addresses (default: as many as fit the entry, 32 at most; x86-64: as many as RAM needs)',
    )
    .option('--entry <layout>', 'page-table entry: ia32, x86, ostep-linear, ostep-multilevel, or 1, 2, 4, 8 bytes')
    .option('--geometry <file>', 'all of that from a file in JSON')
    .option(
      '--tlb <spec>',
      '64x4,lru | none | 32x4/64x4,fifo | unified:64x4 | 16,random:7 | 64x4+32x4@2m,plru (default: that of the profile)',
    )
    .option('--stlb <spec>', 'second level of the TLB: none | 1536x12@4k2m,lru | 512x4/1024x8 (instruction/data)')
    .option('--walk-caches <spec>', 'paging-structure caches of PDEs/PDPTEs/PML4Es: none | 32x4/4/2,lru')
    .option('--pcid', 'tag the TLB with numbers of address spaces, and keep it at a switch')
    .option('--refill <who>', 'who fills the TLB after a miss: hardware, software (a trap to the kernel)')
    .option(
      '--caches <spec>',
      'none | l1i=32Kx8@0,l1d=32Kx8@4,l2=1Mx16@14,line=64,policy=lru (default: those of the profile)',
    )
    .option('--cost <list>', 'cycles of events, as tlb=20,memory=100 (default: those of the profile)')
    .option('--ram <size>', 'physical memory (default: 64M)')
    .option('--swap <file,size>', 'swap device: a file and its size, or a size alone for a temporary file')
    .option('--fit <fit>', 'without page tables, which hole of RAM is taken: first, best, worst, next (default: first)')
    .option('--partitions <count>', 'without page tables, cut RAM into so many fixed partitions, one for each process')
    .option('--replacement <policy>', 'which page leaves when RAM is full: fifo, lru, clock (default: lru)')
    .option('--root <dir>', 'directory that the program sees as /, read only (default: an empty one)')
    .option('--quantum <n>', 'instructions of a time slice (default: 10000)')
    .option('--max-instructions <n>', 'stop after so many instructions with status 124')
    .option('--log-level <level>', 'silent, error, warn, info, debug, trace (default: warn)');
}

function addRun(program: Command, guestArguments: readonly string[], done: Done): void {
  const command = program
    .command('run')
    .description('assemble, or load a static ELF64, and run; several files are several processes')
    .argument('<file...>', "source or ELF file, '-' for standard input");
  addMachineOptions(command)
    .option('-l, --link', 'link the files, sources, objects and archives, to one program')
    .option('--engine <name>', 'auto, interpreter (fast) or reference (to read) (default: auto)')
    .option('--stats', 'print references, TLB, kernel and cycles at the end')
    .option('--json <file>', "write the same as JSON; '-' for standard output")
    .option('--warn-stale', 'say when a translation is used whose page-table entries have changed (slow)')
    .option('--forget-invlpg', 'a kernel that forgets to invalidate what it changes: see what stale translations do')
    .option('--check', 'check the invariants of the kernel after every trap (slow)')
    .option('--events', 'log what the kernel does: the same as --log-level debug')
    .option('--no-explain', 'do not explain a fatal fault')
    .addHelpText(
      'after',
      '\nArguments for the program follow --:  pagewalk run echo.s -- one two\nOne program of several files:         pagewalk run --link main.s util.o lib.a',
    )
    .action(async (files: string[], options) => {
      const { run } = await import('./commands/run.js');
      done(await run(files, guestArguments, options));
    });
}

function addAsm(program: Command, done: Done): void {
  program
    .command('asm')
    .description('assemble: an ELF executable, an object (-c), or a listing')
    .argument('<file...>', "source files, '-' for standard input; objects and archives are linked with them")
    .option('-o, --output <out>', 'file to write')
    .option('-c, --object', 'write a relocatable object instead of linking')
    .option('-g, --debug', 'tell debuggers (gdb, addr2line) the source line of every instruction')
    .option('--listing', 'print address, bytes and source of every line')
    .action(async (files: string[], options) => {
      const { asm } = await import('./commands/asm.js');
      done(await asm(files, options));
    });
}

function addLink(program: Command, done: Done): void {
  program
    .command('link')
    .description('link sources, objects and archives to one static executable, laid out as ld does')
    .argument('<file...>', "in ld's order: an archive (.a) behind the files that need it")
    .requiredOption('-o, --output <out>', 'file to write')
    .option('-e, --entry <symbol>', 'where it starts (default: _start)')
    .action(async (files: string[], options) => {
      const { linkFiles } = await import('./commands/link.js');
      done(await linkFiles(files, options));
    });
}

function addDisasm(program: Command, done: Done): void {
  program
    .command('disasm')
    .description('disassemble a source or an ELF file, in the form of objdump -d; several files are linked first')
    .argument('<file...>', "source or ELF file, '-' for standard input")
    .option('-l, --lines', 'function and source line of the code, as objdump -dl')
    .action(async (files: string[], options) => {
      const { disasm } = await import('./commands/disasm.js');
      done(await disasm(files, options));
    });
}

function addProfiles(program: Command, done: Done): void {
  program
    .command('profiles')
    .description('list the machines of --profile; show every number of one, and who says so')
    .argument('[name]', 'one of them')
    .option('--json', 'write JSON')
    .action(async (name: string | undefined, options) => {
      const { profiles } = await import('./commands/profiles.js');
      done(await profiles(name, options));
    });
}

function addIsa(program: Command, done: Done): void {
  program
    .command('isa')
    .description('list the instructions; explain one, or take a line of source apart')
    .argument('[instruction...]', "a mnemonic such as addl, or a line such as 'addl $5, (%rax)'")
    .option('--coverage', 'which of the forms that compiled programs execute are there')
    .action(async (words: string[], options) => {
      const { isa } = await import('./commands/isa.js');
      done(await isa(words, options));
    });
}

function addCount(program: Command, guestArguments: readonly string[], done: Done): void {
  const command = program
    .command('count')
    .description(
      'run, and count the memory references of every instruction and in total; several files are one program',
    )
    .argument('<file...>', "source or ELF file, '-' for standard input");
  addMachineOptions(command)
    .option('-o, --output <file>', "write the table to a file; '-' for standard output (default: standard error)")
    .option('--json <file>', "write the table as JSON; '-' for standard output")
    .action(async (files: string[], options) => {
      const { count } = await import('./commands/count.js');
      done(await count(files, guestArguments, options));
    });
}

function addTranslate(program: Command, guestArguments: readonly string[], done: Done): void {
  const command = program
    .command('translate')
    .description('take addresses through the tables or registers step by step, in a program or in an exercise')
    .argument('<address...>', '0x401000, 4200; in a program also array, array+8, %rsp')
    .option('--program <file>', 'a source or ELF file: in its memory, before its last instruction')
    .option('--after <n>', 'after n instructions of the program instead')
    .option('--at <symbol>', 'when the program comes to this label instead')
    .option('--state <file>', 'tables or registers from a file in JSON instead of a program')
    .option('--access <kind>', 'read, write or fetch (default: read)')
    .option('--kernel', 'the access is made by the kernel, not by a program')
    .option('--json <file>', "write the steps as JSON instead; '-' for standard output");
  addMachineOptions(command).action(async (addresses: string[], options) => {
    const { translate } = await import('./commands/translate.js');
    done(await translate(addresses, guestArguments, options));
  });
}

function addPolicy(program: Command, guestArguments: readonly string[], done: Done): void {
  const command = program
    .command('policy')
    .description('replay uses of pages, written down or of a program, under page replacement policies')
    .argument('[references...]', 'page numbers or names (0,1,2,0,3), or one source or ELF file to trace')
    .option('-f, --frames <n,...>', 'numbers of frames (default: 3)')
    .option(
      '-p, --policy <name,...>',
      'opt, lru, clock, fifo, mru, lfu, random, unopt; all (default: opt,lru,clock,fifo)',
    )
    .option('--curve [frames]', 'misses for every number of frames up to this one (default: the pages, 64 at most)')
    .option('--steps', 'show every use (written strings of up to 40 show them anyway)')
    .option('--refs <file>', "read the reference string from a file; '-' for standard input")
    .option('--addresses', 'the reference string has addresses, not pages')
    .option('--page <size>', 'bytes of a page, of addresses and of traces (default: 4K)')
    .option('--references <kind>', 'of a program: all, data or fetches (default: all)')
    .option('--seed <n>', 'of random (default: 1)')
    .option('-o, --output <file>', 'write the report to a file')
    .option('--json <file>', "write it as JSON instead; '-' for standard output");
  addMachineOptions(command).action(async (words: string[], options) => {
    const { policy } = await import('./commands/policy.js');
    done(await policy(words, guestArguments, options));
  });
}

main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
