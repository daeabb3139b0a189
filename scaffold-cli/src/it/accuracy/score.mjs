// Compares what `check` finds in real plugins with what a careful reader found.
//
//   node score.mjs LABELS SOURCES CHECKOUTS
//
// LABELS     a list of { case, rule, verdict, file, line, note }; the verdict is
//            violates, follows or absent, the rule a name of names.json
// SOURCES    { case: { repository, path, commit } }
// CHECKOUTS  a folder with <owner>+<name> for each repository, at its commit
//
// A label that is violated is found when the rule has a finding in that file. A
// finding where a label says that the rule is followed is a false alarm. What
// has no label is listed with --unjudged, for somebody to read.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const launcher = path.join(here, '../../../../backstage-gen');
const NAMES = read(path.join(here, 'names.json'));

function main(labels, sources, checkouts, { unjudged }) {
  const found = findings(sources, checkouts);
  const judged = new Set();
  const missed = [];
  const falseAlarms = [];
  let violated = 0;
  for (const label of labels) {
    const rules = rulesOf(label.rule);
    if (rules.length === 0) continue;
    const here = (found[label.case] ?? []).filter(
      ({ rule, file }) =>
        rules.includes(rule) &&
        (!label.file || file === label.file || label.verdict === 'absent'),
    );
    here.forEach(finding => judged.add(finding));
    if (label.verdict === 'follows') {
      falseAlarms.push(...here.map(finding => ({ label, finding })));
    } else {
      violated += 1;
      if (here.length === 0) missed.push(label);
    }
  }
  const all = Object.values(found).flat();
  const hits = violated - missed.length;
  console.log(`labelled violations ${violated}`);
  console.log(`found ${hits}, ${Math.round((100 * hits) / violated)} %`);
  console.log(
    `in a file that is said to follow the rule ${falseAlarms.length}`,
  );
  console.log(
    `findings ${all.length}, without a label ${all.length - judged.size}`,
  );
  for (const { case: name, rule, file, line, note } of missed) {
    console.log(`missed: ${name} ${rule} ${file}:${line} ${note}`);
  }
  for (const { label, finding } of falseAlarms) {
    console.log(
      `look: ${label.case} ${finding.rule} ${finding.file}:${finding.line}, label at line ${label.line}`,
    );
  }
  for (const finding of unjudged ? all.filter(it => !judged.has(it)) : []) {
    console.log(
      `unjudged: ${finding.rule} ${finding.path}:${finding.line} ${finding.message}`,
    );
  }
}

/** What is found, by case, with files as seen from the plugin. */
function findings(sources, checkouts) {
  const found = {};
  for (const repository of new Set(
    Object.values(sources).map(it => it.repository),
  )) {
    const root = path.join(checkouts, repository.replace('/', '+'));
    const cases = Object.entries(sources).filter(
      ([, it]) =>
        it.repository === repository && fs.existsSync(path.join(root, it.path)),
    );
    const { stdout, stderr } = spawnSync(
      launcher,
      [
        'check',
        '--format',
        'json',
        '--root',
        root,
        ...cases.map(([, it]) => path.join(root, it.path)),
      ],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    if (!stdout) throw new Error(stderr);
    for (const finding of JSON.parse(stdout).findings) {
      for (const [name, it] of cases) {
        if (finding.path.startsWith(`${it.path}/`)) {
          const file = finding.path.slice(it.path.length + 1);
          (found[name] ??= []).push({ ...finding, file });
        }
      }
    }
  }
  return found;
}

function rulesOf(name) {
  return Object.keys(NAMES).filter(rule => NAMES[rule].includes(name));
}

function read(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

const [labels, sources, checkouts] = process.argv.slice(2);
if (!checkouts) {
  console.error('Usage: node score.mjs LABELS SOURCES CHECKOUTS [--unjudged]');
  process.exit(2);
}
main(read(labels), read(sources), checkouts, {
  unjudged: process.argv.includes('--unjudged'),
});
