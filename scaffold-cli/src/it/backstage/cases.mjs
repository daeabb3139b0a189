// The plugins that the suite generates, one per line, and what each can do.

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
  ['ts-word', ['--with-db', '--with-permissions', '--resource', 'class'], ['class', 'classes'], true],
  ['hostile', ['--with-db', '--with-mcp', '--description', HOSTILE], ['item', 'items'], true],
];

export const CASES = TABLE.map(([id, flags, resource, permissions]) => {
  const snake = id.replaceAll('-', '_');
  const [singular, plural] = resource ?? [];
  const actions = resource
    ? {
        list: `get_${snake}_${plural}`,
        get: `get_${snake}_${singular}`,
        create: `create_${snake}_${singular}`,
        update: `update_${snake}_${singular}`,
        delete: `delete_${snake}_${singular}`,
      }
    : { ownership: `get_${snake}_ownership` };
  return {
    id,
    flags,
    permissions,
    folder: `plugins/${id}-backend`,
    api: `/api/${id}`,
    /** Where the resource is; undefined without a database. */
    path: plural && `/api/${id}/${plural}`,
    /** The names of the actions; undefined without MCP. */
    actions: flags.includes('--with-mcp') ? actions : undefined,
  };
});

/** The cases of these names; all of them when no name is given. */
export function select(names) {
  const unknown = names.filter(name => !CASES.some(({ id }) => id === name));
  if (unknown.length > 0) {
    const known = CASES.map(({ id }) => id).join(', ');
    throw new Error(`No such case: ${unknown.join(', ')}. There are: ${known}`);
  }
  return CASES.filter(({ id }) => names.length === 0 || names.includes(id));
}
