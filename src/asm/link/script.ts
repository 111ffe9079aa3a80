/**
 * Where things go: the default linker script of GNU ld (binutils 2.40, elf_x86_64.x with separate code), as a table. */
export type Step =
  | { readonly step: 'section'; readonly name: string; readonly inputs: readonly (readonly string[])[] }
  | { readonly step: 'symbols'; readonly names: readonly string[]; readonly provide: boolean }
  /** To the next page. */
  | { readonly step: 'page' }
  /** DATA_SEGMENT_ALIGN: to the next page, keeping the offset in the page, unless that wastes a page. */
  | { readonly step: 'dataSegment' }
  /** DATA_SEGMENT_RELRO_END: sections since `dataSegment` end on a page boundary, if there are any. */
  | { readonly step: 'relroEnd' }
  | { readonly step: 'align8' };

const section = (name: string, ...inputs: string[][]): Step => ({ step: 'section', name, inputs });
const provide = (...names: string[]): Step => ({ step: 'symbols', names, provide: true });
const define = (...names: string[]): Step => ({ step: 'symbols', names, provide: false });

export const SCRIPT: readonly Step[] = [
  section('.interp', ['.interp']),
  { step: 'page' },
  section('.init', ['.init']),
  section(
    '.text',
    ['.text.unlikely', '.text.*_unlikely', '.text.unlikely.*'],
    ['.text.exit', '.text.exit.*'],
    ['.text.startup', '.text.startup.*'],
    ['.text.hot', '.text.hot.*'],
    ['.text.sorted.*'],
    ['.text', '.stub', '.text.*', '.gnu.linkonce.t.*'],
  ),
  section('.fini', ['.fini']),
  provide('__etext', '_etext', 'etext'),
  { step: 'page' },
  section('.rodata', ['.rodata', '.rodata.*', '.gnu.linkonce.r.*']),
  section('.rodata1', ['.rodata1']),
  section('.eh_frame', ['.eh_frame'], ['.eh_frame.*']),
  section('.gcc_except_table', ['.gcc_except_table', '.gcc_except_table.*']),
  { step: 'dataSegment' },
  section('.tdata', ['.tdata', '.tdata.*', '.gnu.linkonce.td.*']),
  section('.tbss', ['.tbss', '.tbss.*', '.gnu.linkonce.tb.*']),
  provide('__preinit_array_start'),
  section('.preinit_array', ['.preinit_array']),
  provide('__preinit_array_end', '__init_array_start'),
  section('.init_array', ['.init_array.*', '.ctors.*'], ['.init_array', '.ctors']),
  provide('__init_array_end', '__fini_array_start'),
  section('.fini_array', ['.fini_array.*', '.dtors.*'], ['.fini_array', '.dtors']),
  provide('__fini_array_end'),
  section(
    '.data.rel.ro',
    ['.data.rel.ro.local*', '.gnu.linkonce.d.rel.ro.local.*'],
    ['.data.rel.ro', '.data.rel.ro.*', '.gnu.linkonce.d.rel.ro.*'],
  ),
  section('.got', ['.got']),
  { step: 'relroEnd' },
  section('.got.plt', ['.got.plt']),
  section('.data', ['.data', '.data.*', '.gnu.linkonce.d.*']),
  section('.data1', ['.data1']),
  define('_edata'),
  provide('edata'),
  define('__bss_start'),
  section('.bss', ['.bss', '.bss.*', '.gnu.linkonce.b.*'], ['COMMON']),
  { step: 'align8' },
  define('_end'),
  provide('end'),
];
