// The working copy of the host: fresh for each run, never the cached one.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/**
 * A copy of the host beside the cached one. The 100 000 files of node_modules
 * are hard links, which takes a second; all others are real copies.
 */
export function createWorkspace({ cache, host }) {
  const workspace = path.join(cache, `work.tmp-${process.pid}`);
  execFileSync('cp', ['-al', host, workspace]);
  for (const name of fs.readdirSync(host)) {
    if (name !== 'node_modules') {
      unlink(host, workspace, name);
    }
  }
  // Yarn rewrites this one in place, which would write through the link.
  unlink(host, workspace, 'node_modules/.yarn-state.yml');
  fs.mkdirSync(temporaryFolder(workspace));
  return workspace;
}

/** Where commands leave what nobody needs afterwards, caches of jest for one. */
export function temporaryFolder(workspace) {
  return path.join(workspace, '.tmp');
}

export function removeWorkspace(workspace) {
  fs.rmSync(workspace, { recursive: true, force: true });
}

function unlink(host, workspace, name) {
  const target = path.join(workspace, name);
  fs.rmSync(target, { recursive: true });
  fs.cpSync(path.join(host, name), target, {
    recursive: true,
    verbatimSymlinks: true,
  });
}
