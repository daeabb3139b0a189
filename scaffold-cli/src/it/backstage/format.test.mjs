// Whether the layout step agrees with prettier: the random plugins of
// RandomPluginsTest, written to a folder and judged by the host's prettier.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const repository = path.resolve(here, '../../../..');
const AT_LEAST = 300;

describe('formatting', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'random-plugins-'));

  before(() => {
    succeed('mvn', [
      ...['-B', '-q', '-f', path.join(repository, 'pom.xml')],
      ...['-pl', 'scaffold-core', 'test', '-Dtest=RandomPluginsTest'],
    ]);
  });

  after(() => fs.rmSync(folder, { recursive: true }));

  it(`has ${AT_LEAST} random plugins or more to judge`, () => {
    assert.ok(fs.readdirSync(folder).length >= AT_LEAST);
  });

  it('leaves nothing for prettier to change in them', () => {
    succeed(process.execPath, [path.join(here, 'format.mjs'), folder]);
  });

  function succeed(command, args) {
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, BACKSTAGE_GEN_RENDER_TO: folder },
    });
    assert.equal(status, 0, error?.message ?? `${stdout}\n${stderr}`);
  }
});
