// The page that a whole run leaves behind, docs/combinations.md: what was
// tried, and the figures that were measured. Nobody types a number in there.
import os from 'node:os';
import { choices, coveringArray, describe } from './combinations.mjs';

export function figuresPage({ features, strength, release, all, measured }) {
  const { possible, impossible } = choices(features, strength);
  const size = coveringArray(features, strength).length;
  const minutes = (measured.seconds / 60).toFixed(1);
  const figures = {
    Backstage: release,
    features: features.length,
    [`choices of ${strength} features, all covered`]: possible.length,
    'plugins in the covering array': size,
    'plugins with none, each alone and all that fit': all.length,
    'packages generated': measured.packages,
    'tests generated with them, all passed': `${measured.passed} of ${measured.total}`,
    time: `${minutes} minutes on ${os.availableParallelism()} processors`,
  };
  return `# Combinations

Written by the run itself, never by hand:

\`\`\`bash
scaffold-cli/src/it/backstage/run --array${
    strength === 2 ? '' : ` --strength ${strength}`
  } --record
\`\`\`

Every two features meet in every way that they can: both, the one, the other, neither. Beside this covering array there are a plugin without a feature, one with each feature alone and one with all that fit. All of them are generated into one repository of a real Backstage, which installs no second version of its packages; they are type-checked, linted, formatted, built, run their own tests on SQLite and PostgreSQL with nine tenths of lines and branches covered, and start in one backend.

| what | last whole run |
| --- | --- |
${Object.entries(figures)
  .map(([what, value]) => `| ${what} | ${value} |`)
  .join('\n')}

${
  impossible.length === 0
    ? 'No choice is impossible.'
    : `Not possible, because one needs the other or they are in conflict:\n\n${impossible
        .map(choice => `- ${describe(choice)}`)
        .join('\n')}`
}

## The plugins

| id | why | features | asked for |
| --- | --- | --- | --- |
${all
  .map(
    ({ id, why, features: set, flags }) =>
      `| ${id} | ${why.join(', ')} | ${set.join(', ') || '-'} | ${
        flags.map(flag => `\`${flag}\``).join(' ') || '-'
      } |`,
  )
  .join('\n')}
`;
}
