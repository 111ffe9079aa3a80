import './grammar.js';

/** The assembler with its grammar: it reads any source. `assemble-object.js` alone knows common lines only, but starts faster. */
export { type AssembleOptions, assembleObject } from './assemble-object.js';
