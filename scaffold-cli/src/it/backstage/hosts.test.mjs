// The hosts of the releases: that each is what it says, and that the table in
// README.md names the versions that the lock files really install.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { packagesIn } from './lockfile.mjs';
import { hostFile, RELEASES } from './prepare.mjs';

const readme = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  'README.md',
);
const installed = new Map(
  RELEASES.map(release => [
    release,
    packagesIn(hostFile(release, 'yarn.lock')),
  ]),
);

/** What the hosts ask for themselves: the packages that a reader knows. */
const asked = new Set(
  RELEASES.flatMap(release =>
    [
      'package.json',
      'packages/backend/package.json',
      'packages/pins/package.json',
    ]
      .map(name => JSON.parse(hostFile(release, name)))
      .flatMap(({ dependencies, devDependencies }) =>
        Object.keys({ ...dependencies, ...devDependencies }),
      )
      .filter(name => name.startsWith('@backstage/')),
  ),
);

describe('the hosts', () => {
  for (const release of RELEASES) {
    it(`of ${release} says so`, () => {
      const { version } = JSON.parse(hostFile(release, 'backstage.json'));
      assert.ok(version.startsWith(`${release}.`), version);
    });

    it(`of ${release} has one version of each package of Backstage`, () => {
      const several = [...installed.get(release)].filter(
        ([name, versions]) =>
          name.startsWith('@backstage/') && versions.length > 1,
      );
      assert.deepEqual(several, []);
    });
  }

  it('are described with the versions that they install', () => {
    const table = fs
      .readFileSync(readme, 'utf8')
      .match(/^\| `@backstage\/.*\|$/gm)
      ?.map(row =>
        row
          .split('|')
          .map(cell => cell.trim())
          .slice(1, -1),
      );
    const expected = [...asked]
      .sort()
      .map(name => [
        `\`${name}\``,
        ...RELEASES.map(it => installed.get(it).get(name)?.join(', ') ?? '-'),
      ]);
    assert.deepEqual(
      table,
      expected,
      `The table should be:\n${expected
        .map(row => `| ${row.join(' | ')} |`)
        .join('\n')}`,
    );
  });
});
