// The code that the guides show, taken out of their Markdown.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../../../../guides',
);

// The path of a file in back quotes, and below it the file.
const EXAMPLE = /^`([^`\n]+)`\n\n```(?:ts|js)\n(.*?)^```$/gms;

/** `{ name, files }` of each guide: files are the texts by path in a plugin. */
export function readGuides() {
  return fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.md') && name !== 'README.md')
    .map(name => {
      const text = fs.readFileSync(path.join(folder, name), 'utf8');
      const examples = [...text.matchAll(EXAMPLE)];
      return {
        name: path.basename(name, '.md'),
        files: Object.fromEntries(examples.map(it => it.slice(1))),
      };
    });
}
