import { describeOutput } from '../support/oracle/assemble-compiled.js';

/*
 * What gcc makes of the C programs of test/corpus/sse at -O0 to -O3, with and without SSE, with and without position independence,
 * debugging information and other options: sections, relocations and symbols as GNU as made them
 * (test/support/oracle/record-compiled.ts).
 */
describeOutput('gcc', 216);
