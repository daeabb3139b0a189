// The plugins that the suite generates, one per line, and what each can do.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const specs = path.join(path.dirname(fileURLToPath(import.meta.url)), 'specs');

const HOSTILE =
  '"double" \'single\' `tick` ${process.exit(1)} #{x} [=x] {{y}} <b>&amp;</b> ' +
  '*/ /* // <!-- --> \\ \\n \\u0041 $& $1 %s 100% | pipe # hash: - [link](x) 木 🎭';

const LONG = 'a-1-quite-long-2-name-with-3-digits-44-and-dashes5';

/**
 * The id, the flags of the generator, with a database the resource as
 * [singular, plural], and whether a policy that denies everything is felt.
 */
// prettier-ignore
const TABLE = [
  ['bare', [], null, false],
  ['with-db', ['--with-db'], ['item', 'items'], false],
  ['with-perm', ['--with-permissions'], null, true],
  ['with-mcp', ['--with-mcp'], null, false],
  ['db-perm', ['--with-db', '--with-permissions'], ['item', 'items'], true],
  ['db-mcp', ['--with-db', '--with-mcp'], ['item', 'items'], true],
  [LONG, ['--with-db', '--with-permissions', '--with-mcp'], ['item', 'items'], true],
  ['sql-word', ['--with-db', '--with-mcp', '--resource', 'order'], ['order', 'orders'], true],
  ['ts-word', ['--with-db', '--with-common', '--with-ci', '--resource', 'class'], ['class', 'classes'], true],
  ['hostile', ['--with-db', '--with-mcp', '--description', HOSTILE], ['item', 'items'], true],
];

/** Plugins made from a file; the id is the name of the file. */
const SPECS = ['incident-log', 'pieces', 'pieces-db'];

export const CASES = [
  ...TABLE.map(([id, flags, resource, permissions]) => ({
    id,
    flags: ['--id', id, ...flags],
    permissions,
    api: `/api/${id}`,
    /** Where the resource is; undefined without a database. */
    path: resource && `/api/${id}/${resource[1]}`,
    /** The names of the actions; undefined without MCP. */
    actions: flags.includes('--with-mcp') ? actions(id, resource) : undefined,
  })),
  ...SPECS.map(id => ({
    id,
    spec: path.join(specs, `${id}.yaml`),
    flags: ['--spec', path.join(specs, `${id}.yaml`)],
    api: `/api/${id}`,
  })),
];

/** The resource that nobody named is told apart by the plugin's name. */
function actions(id, resource) {
  const plugin = `${id.replaceAll('-', '_')}_`;
  if (!resource) {
    return { ownership: `get_${plugin}ownership` };
  }
  const [singular, plural] = resource;
  const prefix = singular === 'item' ? plugin : '';
  return {
    list: `get_${prefix}${plural}`,
    get: `get_${prefix}${singular}`,
    create: `create_${prefix}${singular}`,
    update: `update_${prefix}${singular}`,
    delete: `delete_${prefix}${singular}`,
  };
}

/** The cases of these names; all of them when no name is given. */
export function select(names) {
  const unknown = names.filter(name => !CASES.some(({ id }) => id === name));
  if (unknown.length > 0) {
    const known = CASES.map(({ id }) => id).join(', ');
    throw new Error(`No such case: ${unknown.join(', ')}. There are: ${known}`);
  }
  return CASES.filter(({ id }) => names.length === 0 || names.includes(id));
}
