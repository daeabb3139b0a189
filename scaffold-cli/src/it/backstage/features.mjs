// Which features there are, from the tool itself: what the suite tries follows
// from what can be asked for, and a new feature needs no change here.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
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
  if (status === 0) {
    return JSON.parse(stdout).map(({ name, needs, conflicts, since }) => ({
      name,
      needs: names(needs),
      conflicts: names(conflicts),
      since: since ?? undefined,
    }));
  }
  // A tool that does not know the command yet: its templates say the same.
  if (status === 2) {
    return readTemplates(path.join(repository, 'templates'));
  }
  throw new Error(error?.message ?? `${tool} features: ${status}\n${stderr}`);
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

/** The index and the few keys of feature.yaml that matter here. */
export function readTemplates(folder) {
  const index = fs.readFileSync(path.join(folder, 'features.yaml'), 'utf8');
  return [...index.matchAll(/^- ([\w-]+)$/gm)]
    .map(([, name]) => {
      const text = fs.readFileSync(
        path.join(folder, name, 'feature.yaml'),
        'utf8',
      );
      return {
        name,
        always: /^always: true$/m.test(text),
        needs: keys(text, 'needs'),
        conflicts: keys(text, 'conflicts'),
        since: text.match(/^since: ['"]?([\d.]+)['"]?$/m)?.[1],
      };
    })
    .filter(({ always }) => !always)
    .map(({ always: _, ...feature }) => feature);
}

/** The names below a key: a list in one line, a list, or a map. */
function keys(text, key) {
  const [, line, block] =
    text.match(new RegExp(`^${key}:(.*)\\n((?:[ -].*\\n)*)`, 'm')) ?? [];
  return [
    ...(line?.match(/[\w-]+/g) ?? []),
    ...Array.from(
      (block ?? '').matchAll(/^(?: {2}|- )([\w-]+):?(?: .*)?$/gm),
      ([, name]) => name,
    ),
  ];
}

/** Names in a list, or a map from a name to a reason. */
function names(value) {
  return Array.isArray(value)
    ? value.map(it => it.name ?? it)
    : Object.keys(value ?? {});
}

/** Releases are compared by their numbers: 1.9 is before 1.45. */
function compare(a, b) {
  const [left, right] = [a, b].map(it => it.split('.').map(Number));
  return left[0] - right[0] || left[1] - right[1];
}
