// Which features there are, from the tool itself: what the suite tries follows
// from what can be asked for, and a new feature needs no change here.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../../../..',
);

/**
 * The features somebody can ask for, in the order of the tool:
 * `{ name, needs, conflicts, since }`, where needs and conflicts are names and
 * since is the first release that has what the feature uses, if that matters.
 */
export function readFeatures(
  tool = process.env.BACKSTAGE_GEN || path.join(repository, 'backstage-gen'),
) {
  const { status, stdout, stderr, error } = spawnSync(
    tool,
    ['features', '--format', 'json'],
    { encoding: 'utf8' },
  );
  if (error || status !== 0) {
    throw new Error(
      error?.message ?? `${tool} features: ${status}\n${stderr}${stdout}`,
    );
  }
  return JSON.parse(stdout)
    .filter(({ flag }) => flag !== null)
    .map(({ name, needs, conflicts, since }) => ({
      name,
      needs: needs.map(({ feature }) => feature),
      conflicts,
      since: since ?? undefined,
    }));
}

/** Those that a release has: not too new, nor what they need. */
export function featuresOf(features, release) {
  const fits = ({ since }) => !since || compare(since, release) <= 0;
  let left = features.filter(fits);
  for (;;) {
    const known = new Set(left.map(({ name }) => name));
    const next = left.filter(({ needs }) => needs.every(it => known.has(it)));
    if (next.length === left.length) {
      return left;
    }
    left = next;
  }
}

/** Releases are compared by their numbers: 1.9 is before 1.45. */
function compare(a, b) {
  const [left, right] = [a, b].map(it => it.split('.').map(Number));
  return left[0] - right[0] || left[1] - right[1];
}
