// Which combinations of features the suite tries: nothing, each feature alone,
// as many as fit at once, and a covering array, in which every two features
// meet in every way they can: both, the one, the other, none.
//
//   node combinations.mjs                prints them, and what cannot be
//   node combinations.mjs --strength 3   covers every three features
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readFeatures } from './features.mjs';

/** Rows that compete for each place; more make the array slightly shorter. */
const CANDIDATES = 50;

/** What the features allow, of sets that are called on and off name by name. */
class Rules {
  #names;
  #needs;
  #neededBy;
  #conflicts;

  constructor(features) {
    this.#names = features.map(({ name }) => name);
    const known = new Set(this.#names);
    const collect = pairs => {
      const map = new Map(this.#names.map(name => [name, []]));
      for (const [from, to] of pairs) {
        if (!known.has(to)) {
          throw new Error(`${from} names a feature that is not there: ${to}`);
        }
        map.get(from).push(to);
      }
      return map;
    };
    const needs = features.flatMap(({ name, needs: all }) =>
      all.map(other => [name, other]),
    );
    const conflicts = features.flatMap(({ name, conflicts: all }) =>
      all.flatMap(other => [
        [name, other],
        [other, name],
      ]),
    );
    this.#needs = collect(needs);
    this.#neededBy = collect(needs.map(([from, to]) => [to, from]));
    this.#conflicts = collect(conflicts);
    const never = this.#names.find(name => !this.complete([[name, true]]));
    if (never) {
      throw new Error(`${never} can never be: what it needs is in conflict`);
    }
  }

  get names() {
    return this.#names;
  }

  /**
   * A choice with all that follows from it, or undefined when it contradicts
   * itself. What is left open can then be chosen either way, one by one,
   * because every rule is about two features.
   */
  complete(choice) {
    const all = new Map();
    const queue = [...choice];
    while (queue.length > 0) {
      const [name, on] = queue.pop();
      if (all.has(name)) {
        if (all.get(name) !== on) {
          return undefined;
        }
        continue;
      }
      all.set(name, on);
      if (on) {
        queue.push(...this.#needs.get(name).map(it => [it, true]));
        queue.push(...this.#conflicts.get(name).map(it => [it, false]));
      } else {
        queue.push(...this.#neededBy.get(name).map(it => [it, false]));
      }
    }
    return all;
  }

  /** What to ask for to get exactly these: the rest is pulled in. */
  flags(names) {
    return names
      .filter(name =>
        this.#neededBy.get(name).every(other => !names.includes(other)),
      )
      .map(name => `--with-${name}`);
  }
}

/** The choices of `strength` features at a time; those that cannot be, apart. */
export function choices(features, strength = 2) {
  const rules = new Rules(features);
  const possible = [];
  const impossible = [];
  for (const names of subsets(rules.names, strength)) {
    for (let bits = 0; bits < 2 ** strength; bits += 1) {
      const choice = names.map((name, i) => [name, ((bits >> i) & 1) === 0]);
      (rules.complete(choice) ? possible : impossible).push(choice);
    }
  }
  return { possible, impossible };
}

/**
 * Sets of features in which every possible choice occurs. Greedy: of a handful
 * of rows, each grown around a choice that is still missing, the one that has
 * the most missing choices is taken. The same features give the same sets.
 */
export function coveringArray(features, strength = 2) {
  const rules = new Rules(features);
  const random = numbers(1);
  let missing = choices(features, strength).possible;
  const rows = [];
  while (missing.length > 0) {
    let best = { row: undefined, left: missing };
    for (let i = 0; i < CANDIDATES; i += 1) {
      const row = grow(rules, missing, random);
      const left = missing.filter(choice => !has(row, choice));
      if (left.length < best.left.length) {
        best = { row, left };
      }
    }
    missing = best.left;
    rows.push(rules.names.filter(name => best.row.get(name)));
  }
  return rows;
}

/** A row with one missing choice, the rest chosen for as many as possible. */
function grow(rules, missing, random) {
  let row = rules.complete(missing[random(missing.length)]);
  for (const name of shuffle(rules.names, random)) {
    if (!row.has(name)) {
      const tries = [true, false]
        .map(on => rules.complete([...row, [name, on]]))
        .filter(it => it)
        .map(it => ({
          row: it,
          gain: missing.filter(choice => has(it, choice)).length,
          tie: random(1000),
        }));
      row = tries.toSorted((a, b) => b.gain - a.gain || b.tie - a.tie)[0].row;
    }
  }
  return row;
}

/** Everything at once; several sets when there are conflicts. */
export function allTogether(features) {
  const rules = new Rules(features);
  const sets = [];
  for (const first of rules.names) {
    if (!sets.some(set => set.includes(first))) {
      let row = rules.complete([[first, true]]);
      for (const name of rules.names) {
        row = rules.complete([...row, [name, true]]) ?? row;
      }
      sets.push(rules.names.filter(name => row.get(name)));
    }
  }
  return sets;
}

/** A feature with what it needs, for each; and nothing at all. */
export function eachAlone(features) {
  const rules = new Rules(features);
  return [
    { why: 'none', set: [] },
    ...rules.names.map(alone => {
      const row = rules.complete([[alone, true]]);
      return {
        why: `${alone} alone`,
        set: rules.names.filter(name => row.get(name)),
      };
    }),
  ];
}

/**
 * The plugins of the suite: `{ id, features, flags, why }`. A set that there
 * are several reasons for is there once, with all of them.
 */
export function combinations(features, { strength = 2, array = true } = {}) {
  const rules = new Rules(features);
  const byKey = new Map();
  for (const { why, set } of [
    ...eachAlone(features),
    ...allTogether(features).map(set => ({ why: 'all that fit', set })),
    ...(array ? coveringArray(features, strength) : []).map(set => ({
      why: 'array',
      set,
    })),
  ]) {
    const known = byKey.get(`${set}`);
    if (known) {
      known.why.push(why);
    } else {
      byKey.set(`${set}`, { features: set, why: [why] });
    }
  }
  return [...byKey.values()].map((it, i) => ({
    id: `c${String(i + 1).padStart(2, '0')}`,
    flags: rules.flags(it.features),
    ...it,
  }));
}

/**
 * Part number `part` (from 1) of so many: every combination is in one of them,
 * and each has some of the small and some of the large.
 */
export function partOf(all, { part, parts }) {
  return all.filter((_, i) => i % parts === part - 1);
}

export function has(row, choice) {
  return choice.every(([name, on]) => row.get(name) === on);
}

/** A choice in words. */
export function describe(choice) {
  return choice.map(([name, on]) => `${on ? '' : 'no '}${name}`).join(', ');
}

function subsets(names, size) {
  if (size === 0) {
    return [[]];
  }
  return names.flatMap((name, i) =>
    subsets(names.slice(i + 1), size - 1).map(rest => [name, ...rest]),
  );
}

function shuffle(values, random) {
  const shuffled = [...values];
  for (let i = shuffled.length - 1; i > 0; i -= 1) {
    const j = random(i + 1);
    [shuffled[i], shuffled[j]] = [shuffled[j], shuffled[i]];
  }
  return shuffled;
}

/** Numbers below a limit, the same at each run (mulberry32). */
function numbers(seed) {
  let state = seed;
  return limit => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

function print(strength) {
  const features = readFeatures();
  const { possible, impossible } = choices(features, strength);
  const all = combinations(features, { strength });
  const rows = coveringArray(features, strength);
  const width = Math.max(...all.map(({ why }) => why.join(', ').length));
  for (const { id, why, flags } of all) {
    console.log(
      `${id}  ${why.join(', ').padEnd(width)}  ${flags.join(' ')}`.trimEnd(),
    );
  }
  console.log(
    `\n${features.length} features; ${possible.length} choices of ${strength} in an array of ${rows.length}; ${all.length} plugins with none, each alone and all that fit.`,
  );
  console.log(
    impossible.length === 0
      ? 'Every choice is possible.'
      : `Not possible, because of needs or conflicts: ${impossible
          .map(describe)
          .join('; ')}.`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { strength: { type: 'string', default: '2' } },
  });
  print(Number(values.strength));
}
