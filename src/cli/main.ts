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
  return program;
}

function addMachineOptions(command: Command): Command {
  return command
    .option('--profile <name>', 'machine with its cost table: textbook')
    .option('--mmu <kind>', 'translation scheme: x86-64, four-level paging (the default)')
    .option('--tlb <spec>', '64x4,lru | none | 32x4/64x4,fifo | unified:64x4 | 16,random:7 (default: 64x4,lru)')
    .option('--ram <size>', 'physical memory (default: 64M)')
    .option('--swap <file,size>', 'swap device: a file and its size, or a size alone for a temporary file')
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

main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
