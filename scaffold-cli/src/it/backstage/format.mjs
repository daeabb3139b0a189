// Checks with the host's prettier that rendered plugins are formatted, all in
// one process.
//
//   node format.mjs <directory>
//
// Every file below the directory that prettier knows is checked as if it stood
// in the host: with its settings, and without what it ignores. Each file that
// is not formatted is named with its first differing lines; then the exit code
// is 1. Anything else that goes wrong ends with 3.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { prepare } from './prepare.mjs';

const CONTEXT = 2;
const MOST_LINES = 12;

function main([directory, ...others]) {
  if (!directory || others.length > 0) {
    throw new Error('Usage: format.mjs <directory>');
  }
  const { host } = prepare();
  const require = createRequire(path.join(host, 'package.json'));
  const prettier = require('prettier');
  const inHost = path.join(host, 'package.json');
  const settings = prettier.resolveConfig.sync(inHost, { editorconfig: true });
  const ignorePath = path.join(host, '.prettierignore');

  let checked = 0;
  let bad = 0;
  for (const name of filesIn(directory)) {
    const { ignored, inferredParser } = prettier.getFileInfo.sync(
      path.join(host, name),
      { ignorePath },
    );
    if (ignored || !inferredParser) {
      continue;
    }
    checked += 1;
    const text = fs.readFileSync(path.join(directory, name), 'utf8');
    const complaint = examine(prettier, text, {
      ...settings,
      filepath: path.join(host, name),
    });
    if (complaint) {
      bad += 1;
      console.log(`${name}\n${complaint}\n`);
    }
  }
  console.log(`${checked} files checked, ${bad} not formatted`);
  return bad === 0 ? 0 : 1;
}

/** What is wrong with the text; nothing if it is as prettier writes it. */
function examine(prettier, text, options) {
  let formatted;
  try {
    formatted = prettier.format(text, options);
  } catch (error) {
    return `  ${error.message.replaceAll('\n', '\n  ')}`;
  }
  return formatted === text ? undefined : difference(text, formatted);
}

/** The place where the texts begin to differ, until they agree again. */
function difference(text, formatted) {
  const is = text.split('\n');
  const should = formatted.split('\n');
  let start = 0;
  while (is[start] === should[start]) {
    start += 1;
  }
  let end = 0;
  while (
    end < Math.min(is.length, should.length) - start &&
    is.at(-1 - end) === should.at(-1 - end)
  ) {
    end += 1;
  }
  const marked = (mark, lines) => {
    const shown = lines.slice(0, MOST_LINES).map(line => `  ${mark} ${line}`);
    const left = lines.length - shown.length;
    return left > 0 ? [...shown, `  ${mark} … ${left} more`] : shown;
  };
  return [
    `  @@ line ${start + 1}`,
    ...marked(' ', is.slice(Math.max(0, start - CONTEXT), start)),
    ...marked('-', is.slice(start, is.length - end)),
    ...marked('+', should.slice(start, should.length - end)),
  ].join('\n');
}

function filesIn(directory) {
  return fs
    .readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      path.relative(directory, path.join(entry.parentPath, entry.name)),
    )
    .sort();
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 3;
}
