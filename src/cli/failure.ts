import { CommandError, EXIT } from './exit-status.js';
import { BrokenPipe } from './output.js';

/** What to say about an error that ended a command, and the exit status. One line and a way out; a stack trace only if `trace`. */
export function failure(error: unknown, trace: boolean): { readonly status: number; readonly text: string } {
  if (error instanceof BrokenPipe) return { status: EXIT.success, text: '' };
  if (error instanceof CommandError) {
    const advice = error.advice === null ? '' : `  ${error.advice}\n`;
    return { status: error.status, text: `pagewalk: ${error.message}\n${advice}` };
  }
  // By its name: the class would load the machine for each error of a command line.
  if (error instanceof Error && error.name === 'ConfigError')
    return { status: EXIT.badConfiguration, text: `pagewalk: ${error.message}\n` };
  const message = error instanceof Error ? error.message : String(error);
  const line = `pagewalk: this is a defect of pagewalk, not of your program: ${message.split('\n')[0]}\n`;
  const more =
    trace && error instanceof Error
      ? `${error.stack}\n`
      : '  Please report it with the program; --log-level debug shows where it happened.\n';
  return { status: EXIT.defect, text: line + more };
}
