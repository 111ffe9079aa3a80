/** The numbers of DWARF that line tables need (DWARF 5, chapter 7; the ones of versions 2 to 4 are the same). */

/** DW_LNS_*: standard opcodes of a line number program (7.22). */
export const LINE_OPCODE = {
  extended: 0,
  copy: 1,
  advancePc: 2,
  advanceLine: 3,
  setFile: 4,
  setColumn: 5,
  negateStatement: 6,
  setBasicBlock: 7,
  constAddPc: 8,
  fixedAdvancePc: 9,
  setPrologueEnd: 10,
  setEpilogueBegin: 11,
  setIsa: 12,
} as const;

/** Operands of the standard opcodes 1 to 12, as headers list them. */
export const OPCODE_OPERANDS: readonly number[] = [0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1];

/** DW_LNE_*: extended opcodes. */
export const LINE_EXTENDED = { endSequence: 1, setAddress: 2, defineFile: 3, setDiscriminator: 4 } as const;

/** DW_LNCT_*: what an entry of a directory or file table of version 5 says. */
export const LINE_CONTENT = { path: 1, directoryIndex: 2, md5: 5 } as const;

/** DW_FORM_*: how a value is written (7.5.6). */
export const FORM = {
  addr: 0x01,
  block2: 0x03,
  block4: 0x04,
  data2: 0x05,
  data4: 0x06,
  data8: 0x07,
  string: 0x08,
  block: 0x09,
  block1: 0x0a,
  data1: 0x0b,
  strp: 0x0e,
  udata: 0x0f,
  secOffset: 0x17,
  data16: 0x1e,
  lineStrp: 0x1f,
} as const;

/** DW_TAG_compile_unit and its attributes DW_AT_* (7.5.4). */
export const TAG_COMPILE_UNIT = 0x11;
export const ATTRIBUTE = {
  name: 0x03,
  statementList: 0x10,
  lowPc: 0x11,
  highPc: 0x12,
  language: 0x13,
  compilationDirectory: 0x1b,
  producer: 0x25,
  ranges: 0x55,
} as const;
/** DW_LANG_Mips_Assembler, by which GNU as calls every assembly language. */
export const LANGUAGE_ASSEMBLER = 0x8001;
/** DW_UT_compile. */
export const UNIT_COMPILE = 1;

/** What line programs are written with: those of GNU as (dwarf2dbg.c). */
export const LINE_BASE = -5;
export const LINE_RANGE = 14;
export const OPCODE_BASE = 13;
