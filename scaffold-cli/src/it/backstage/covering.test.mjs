// Whether combinations.mjs keeps its word: every choice that the features allow
// is in the array, every set is one that can be, and nothing is left to chance.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  allTogether,
  choices,
  combinations,
  coveringArray,
  eachAlone,
  partOf,
} from './combinations.mjs';
import { featuresOf, readFeatures } from './features.mjs';

const feature = (name, needs = [], conflicts = [], since = undefined) => ({
  name,
  needs,
  conflicts,
  since,
});

const EXAMPLES = {
  'one feature': [feature('a')],
  'two that have nothing to do with each other': [feature('a'), feature('b')],
  'a chain of needs': [
    feature('a', ['b']),
    feature('b', ['c']),
    feature('c'),
    feature('d'),
  ],
  'a conflict': [feature('a', [], ['b']), feature('b'), feature('c', ['b'])],
  'thirteen features': [
    ...'abcdefgh'.split('').map(name => feature(name)),
    feature('i', ['a']),
    feature('j', ['b', 'i']),
    feature('k', ['j'], ['h']),
    feature('l', ['c']),
    feature('m', ['l'], ['g']),
  ],
  'the features of the tool': readFeatures(),
};

/** All sets that needs and conflicts allow, found the long way. */
function allowed(features) {
  return Array.from({ length: 2 ** features.length }, (_, bits) =>
    features.filter((__, i) => (bits >> i) & 1),
  )
    .filter(set => {
      const on = new Set(set.map(({ name }) => name));
      return set.every(
        ({ needs, conflicts }) =>
          needs.every(it => on.has(it)) && !conflicts.some(it => on.has(it)),
      );
    })
    .map(set => set.map(({ name }) => name));
}

const keyed = choice => choice.map(([name, on]) => `${name}=${on}`).join();
const meets = (set, choice) =>
  choice.every(([name, on]) => set.includes(name) === on);

for (const [title, features] of Object.entries(EXAMPLES)) {
  describe(title, () => {
    const sets = allowed(features);
    const legal = new Set(sets.map(String));

    for (const strength of [1, 2, 3].filter(it => it <= features.length)) {
      it(`every possible choice of ${strength} is in the array`, () => {
        const { possible, impossible } = choices(features, strength);
        const isThere = choice => sets.some(set => meets(set, choice));
        assert.deepEqual(
          possible.filter(choice => !isThere(choice)).map(keyed),
          [],
        );
        assert.deepEqual(impossible.filter(isThere).map(keyed), []);

        const array = coveringArray(features, strength);
        assert.deepEqual(
          possible
            .filter(choice => !array.some(set => meets(set, choice)))
            .map(keyed),
          [],
        );
        assert.deepEqual(
          array.filter(set => !legal.has(`${set}`)),
          [],
        );
        assert.equal(new Set(array.map(String)).size, array.length);
      });
    }

    it('nothing, each alone and all that fit are there', () => {
      const all = combinations(features);
      const found = new Set(all.map(it => `${it.features}`));
      assert.ok(found.has(''));
      for (const { set } of eachAlone(features)) {
        assert.ok(legal.has(`${set}`) || set.length === 0, `${set}`);
        assert.ok(found.has(`${set}`), `${set}`);
      }
      const largest = allTogether(features);
      assert.ok(largest.every(set => found.has(`${set}`)));
      for (const set of largest) {
        const more = sets.filter(
          other =>
            other.length > set.length && set.every(it => other.includes(it)),
        );
        assert.deepEqual(more, [], `${set} is not all that fits`);
      }
      assert.equal(found.size, all.length);
    });

    it('what is asked for pulls in the rest', () => {
      const needs = new Map(features.map(it => [it.name, it.needs]));
      for (const { features: set, flags } of combinations(features)) {
        const got = flags.map(flag => flag.replace('--with-', ''));
        for (const name of got) {
          got.push(...needs.get(name).filter(it => !got.includes(it)));
        }
        assert.deepEqual(got.toSorted(), set.toSorted());
      }
    });

    it('is the same each time', () => {
      assert.deepEqual(combinations(features), combinations(features));
    });

    it('the parts make up the whole', () => {
      const all = combinations(features);
      for (const parts of [1, 2, 3, 5]) {
        const ids = Array.from({ length: parts }, (_, i) =>
          partOf(all, { part: i + 1, parts }).map(({ id }) => id),
        );
        assert.deepEqual(
          ids.flat().toSorted(),
          all.map(({ id }) => id),
        );
        const sizes = ids.map(part => part.length);
        assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1);
      }
    });
  });
}

describe('an array', () => {
  it('of thirteen features has few plugins', () => {
    assert.ok(coveringArray(EXAMPLES['thirteen features']).length <= 14);
  });

  it('a need that nobody has is not forgotten', () => {
    assert.throws(
      () => combinations([feature('a', ['elsewhere'])]),
      /a names a feature that is not there: elsewhere/,
    );
  });

  it('a feature that cannot be is not passed over', () => {
    const features = [
      feature('a', ['b', 'c']),
      feature('b', [], ['c']),
      feature('c'),
    ];
    assert.throws(() => combinations(features), /^Error: a can never be/);
  });
});

describe('what a release has', () => {
  it('leaves out what is too new, and what needs it', () => {
    const features = [
      feature('a'),
      feature('b', [], [], '1.50'),
      feature('c', ['b']),
      feature('d', [], [], '1.9'),
    ];
    const at = release => featuresOf(features, release).map(it => it.name);
    assert.deepEqual(at('1.45'), ['a', 'd']);
    assert.deepEqual(at('1.50'), ['a', 'b', 'c', 'd']);
  });
});
