import { type Figure, profiles as known, type Profile } from '../../machine/profiles/index.js';
import { CommandError, EXIT } from '../exit-status.js';
import { print } from '../output.js';

export interface ProfilesOptions {
  readonly json?: boolean;
}

/** `pagewalk profiles [NAME]`: the machines that there are; every number of one, and who says so. */
export async function profiles(name: string | undefined, options: ProfilesOptions): Promise<number> {
  if (name === undefined) print(options.json === true ? asJson([...known.values()].map(summary)) : list());
  else {
    const profile = known.get(name.toLowerCase());
    if (profile === undefined)
      throw new CommandError(
        EXIT.badConfiguration,
        `there is no profile '${name}'`,
        `Known: ${[...known.keys()].join(', ')}.`,
      );
    print(options.json === true ? asJson({ ...summary(profile), figures: profile.figures }) : page(profile));
  }
  return EXIT.success;
}

const summary = ({ name, title }: Profile) => ({ name, title });
const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function list(): string {
  const width = Math.max(...[...known.keys()].map((name) => name.length));
  const lines = [...known.values()].map(({ name, title }) => `${name.padEnd(width)}  ${title}`);
  return `${lines.join('\n')}\n\nEvery number of one, and who says so: pagewalk profiles skylake\n`;
}

function page({ name, title, figures }: Profile): string {
  const columns = (['name', 'value', 'label'] as const).map((key) =>
    Math.max(...figures.map((figure) => figure[key].length)),
  );
  const row = (figure: Figure) =>
    `  ${figure.name.padEnd(columns[0]!)}  ${figure.value.padEnd(columns[1]!)}  ${figure.label.padEnd(columns[2]!)}  ${figure.source}`;
  const groups = [...new Set(figures.map(({ group }) => group))].map(
    (group) =>
      `${group}\n${figures
        .filter((figure) => figure.group === group)
        .map(row)
        .join('\n')}`,
  );
  return `${name}: ${title}\n\n${groups.join('\n\n')}\n${KEY}`;
}

const KEY = `
definition: a convention of this model; established: a vendor or standard says so; measured: by whom it says; estimate: a
plausible round number. What each cost is paid for: a run with --stats.
`;
