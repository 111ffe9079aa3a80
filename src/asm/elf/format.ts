/**
 * The numbers of ELF64 for x86-64 (System V ABI, chapters 4 and 5; AMD64 supplement). Everything is little-endian.
 *
 *     file header, 64 bytes             program header, 56        section header, 64
 *     0  magic 7f 45 4c 46              0  u32 type               0  u32 name, u32 type
 *     4  class, order, version          4  u32 rights             8  u64 flags
 *     16 u16 type, u16 machine          8  u64 file offset        16 u64 address, u64 file offset
 *     20 u32 version, u64 entry         16 u64 address (twice)    32 u64 size
 *     32 u64 program headers at         32 u64 bytes in the file  40 u32 link, u32 info
 *     40 u64 section headers at         40 u64 bytes in memory    48 u64 alignment, u64 entry size
 *     48 u32 flags, u16 header size     48 u64 alignment
 *     54 u16 size, count of program headers; of section headers; u16 index of the section names
 *
 *     symbol, 24: u32 name, u8 type | binding << 4, u8 visibility, u16 section, u64 value, u64 size
 *     relocation, 24: u64 offset, u32 type, u32 symbol, i64 addend
 */
export const ELF = {
  headerBytes: 64,
  programHeaderBytes: 56,
  sectionHeaderBytes: 64,
  symbolBytes: 24,
  relocationBytes: 24,
  typeRelocatable: 1,
  typeExecutable: 2,
  typeShared: 3,
  typeCore: 4,
  machineX86_64: 62,
} as const;

/** p_type. */
export const SEGMENT_TYPE = { load: 1, dynamic: 2, interpreter: 3, tls: 7, stack: 0x6474e551 } as const;
/** d_tag of the entries of a dynamic section, 16 bytes each. */
export const DYNAMIC_TAG = { null: 0n, needed: 1n } as const;
/** p_flags. */
export const SEGMENT_FLAG = { execute: 1, write: 2, read: 4 } as const;
/** What an entry of the program header table says; p_paddr is left out. Offsets and sizes in bytes, the address virtual. */
export interface ProgramHeader {
  readonly type: number;
  readonly flags: number;
  readonly offset: number;
  readonly address: bigint;
  readonly fileBytes: number;
  readonly memoryBytes: number;
  readonly alignment: number;
}
/** sh_type of the tables that describe the file itself. */
export const TABLE_TYPE = { symtab: 2, strtab: 3, rela: 4, rel: 9, group: 17, symtabIndex: 18 } as const;
/** st_shndx. */
export const SECTION_INDEX = {
  undefined: 0,
  reserve: 0xff00,
  absolute: 0xfff1,
  common: 0xfff2,
  extended: 0xffff,
} as const;

export const BINDINGS = ['local', 'global', 'weak'] as const;
export const VISIBILITIES = ['default', 'internal', 'hidden', 'protected'] as const;
/** st_info & 15 -> ObjectSymbol.type; 10 is GNU's ifunc. */
export const SYMBOL_TYPES = {
  none: 0,
  object: 1,
  function: 2,
  section: 3,
  file: 4,
  common: 5,
  tls: 6,
  ifunc: 10,
} as const;

/** The first 16 bytes: 64-bit, little-endian, version 1, System V. */
export const IDENT = [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0] as const;
/** GRP_COMDAT, in the first word of a group section. */
export const GROUP_COMDAT = 1;
