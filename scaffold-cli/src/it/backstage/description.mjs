// A spec file, read as a description of what the plugin has to do: which
// resources there are over HTTP and MCP, and which values each field takes.
const SINGLE =
  /^(?<kind>\w+)(?:\((?<args>[^)]*)\))?(?<many>\[\])?(?<empty>\?)?(?:=(?<given>.*))?$/;

const VERBS = ['list', 'get', 'create', 'update', 'delete'];

/** From the parsed YAML: the resources, those first that others refer to. */
export function describeSpec({ plugin, resources = [] }) {
  const described = resources.map(resource =>
    describeResource(plugin, resource),
  );
  const byName = new Map(described.map(it => [it.name, it]));
  for (const resource of described) {
    for (const field of resource.fields.filter(it => it.kind === 'ref')) {
      field.target = byName.get(field.args[0]);
    }
  }
  return described;
}

function describeResource(plugin, { name, plural = `${name}s`, ...rest }) {
  const lists = key => (rest[key] ?? []).map(it => [it].flat());
  const indexed = new Set([...lists('unique'), ...lists('index')].flat());
  const verbs = rest.verbs ?? VERBS;
  const snake = text => text.replaceAll('-', '_');
  const actions = {
    list: `get_${snake(plural)}`,
    get: `get_${snake(name)}`,
    create: `create_${snake(name)}`,
    update: `update_${snake(name)}`,
    delete: `delete_${snake(name)}`,
  };
  return {
    name,
    path: `/api/${plugin}/${plural}`,
    verbs,
    actions: Object.fromEntries(verbs.map(verb => [verb, actions[verb]])),
    unique: lists('unique'),
    fields: Object.entries(rest.fields).map(([field, type]) =>
      describeField(field, type, indexed.has(field)),
    ),
  };
}

function describeField(name, type, isIndexed) {
  const { kind, args, many, empty, given } = type.match(SINGLE).groups;
  const isMany = many !== undefined;
  const field = {
    name,
    property: kind === 'ref' ? `${name}Id` : name,
    kind,
    args: args?.split(',').map(it => it.trim()) ?? [],
    many: isMany,
    optional: empty !== undefined,
  };
  return {
    ...field,
    given: given === undefined ? undefined : parse(kind, given),
    isFilter:
      !isMany &&
      (isIndexed || ['enum', 'boolean', 'entityRef', 'ref'].includes(kind)),
    isRange: !isMany && isIndexed && ['timestamp', 'date'].includes(kind),
    isSortable: !isMany && isIndexed && kind !== 'ref',
  };
}

function parse(kind, text) {
  return ['boolean', 'integer', 'number'].includes(kind)
    ? JSON.parse(text)
    : text;
}

/** A value that a field takes, another one for each number from 1 to 9. */
export function sample(field, n) {
  return field.many ? [one(field, n), one(field, n + 1)] : one(field, n);
}

function one({ name, kind, args }, n) {
  switch (kind) {
    case 'string':
      return `${name} ${n} 木🎭 '"`;
    case 'text':
      return `${name} ${n}\n  <b>&amp;</b>\n`;
    case 'integer':
      return n === 9 ? -(2 ** 31) : n;
    case 'number':
      return n + 0.25;
    case 'boolean':
      return n % 2 === 1;
    case 'timestamp':
      return `2026-01-0${n}T10:20:30.456Z`;
    case 'date':
      return `2026-02-0${n}`;
    case 'entityRef':
      return `component:default/thing-${n}`;
    case 'url':
      return `https://example.com/a/${n}?b=c#d`;
    case 'enum':
      return args[n % args.length];
    case 'json':
      return { n, deep: { list: [1, null, 'x', { y: false }] }, '': '木' };
    default:
      throw new Error(`No sample of ${kind}`);
  }
}

/** Values that a field refuses, for its type or for its length. */
export function refused(field) {
  const single = refusedOnes(field);
  const empty = field.optional ? [] : [null];
  if (!field.many) {
    return [...single, ...empty];
  }
  return [
    ...empty,
    one(field, 1),
    {},
    ...single.map(value => [value]),
    [null],
    Array.from({ length: 1001 }, () => one(field, 1)),
  ];
}

function refusedOnes({ kind, args }) {
  switch (kind) {
    case 'string':
      return [
        1,
        true,
        {},
        '',
        ' ',
        'x'.repeat(Number(args[0] ?? 255) + 1),
        'a\0b',
      ];
    case 'text':
      return [1, ['x'], 'x'.repeat(Number(args[0] ?? 10_000) + 1), 'a\0b'];
    case 'integer':
      return ['x', '', 1.5, 2 ** 31, -(2 ** 31) - 1, true];
    case 'number':
      return ['x', '', true, {}];
    case 'boolean':
      return ['yes', 1, 'null', {}];
    case 'timestamp':
      return [
        1,
        'yesterday',
        '2026-01-01',
        '2026-13-01T00:00:00Z',
        '2026-02-30T00:00:00Z',
      ];
    case 'date':
      return [1, '2026-02-30', '2026-1-1', '2026-01-01T00:00:00Z'];
    case 'entityRef':
      return [
        1,
        'website',
        'component:website',
        'component:default/',
        'a:b/c\0',
      ];
    case 'url':
      return [
        1,
        'example',
        'javascript:alert(1)',
        'ftp://example.com',
        `https://example.com/${'x'.repeat(2000)}`,
      ];
    case 'enum':
      return [1, '', 'something else'];
    case 'json':
      return ['x', 1, [], { long: 'x'.repeat(20_000) }];
    case 'ref':
      return [1, '', 'x', '\0'];
    default:
      throw new Error(`Nothing is known to be refused by ${kind}`);
  }
}
