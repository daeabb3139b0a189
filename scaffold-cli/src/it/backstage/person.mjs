// What a person does to a generated plugin: the edits of an ordinary first week.
// Each of them fails when the text that it is made in is not there any more.
import assert from 'node:assert/strict';

/** The service under a name of its own, in code. */
const NAMES = { ItemService: 'TicketService', itemService: 'ticketService' };

const MIGRATION = `// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('items', table => {
    table.integer('priority').nullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('items', table => {
    table.dropColumn('priority');
  });
};
`;

/** Files by their names, and in each what stands after a text or before it. */
const EDITS = {
  'src/plugin.ts': [
    after(
      `logger: coreServices.logger,\n`,
      `rootConfig: coreServices.rootConfig,\n`,
    ),
    after(`        httpRouter,\n        logger,\n`, `        rootConfig,\n`),
    before(
      `        const client = await openDatabase(`,
      `        logger.info(\`Serving \${rootConfig.getOptionalString('app.title')}\`);\n\n`,
    ),
  ],
  'src/service/itemRouter.ts': [
    before(
      `  router.get('/:id', `,
      `  // How many there are, for the badge beside the menu.
  router.get('/count', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['user', 'service'] });
    const query = parse(schemas.query, req.query);
    res.json({ count: await itemService.count(query) });
  });

  router.get('/newest', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const query = parse(schemas.query, { order: 'desc', limit: '1' });
    const { items } = await itemService.list(query, { credentials });
    res.json({ newest: items[0] ?? null });
  });

`,
    ),
  ],
  'src/service/itemRouter.test.ts': [
    after(`  const itemService = {\n`, `    count: jest.fn(),\n`),
    before(
      `  it('passes on what is asked for', `,
      `  it('counts', async () => {
    itemService.count.mockResolvedValue(7);

    const response = await request(app).get('/count');

    expect(response.status).toBe(200);
    expect(response.body).toEqual({ count: 7 });
  });

  it('shows the newest', async () => {
    itemService.list.mockResolvedValue({ items: [], totalItems: 0 });

    const response = await request(app).get('/newest');

    expect(response.body).toEqual({ newest: null });
    expect(itemService.list.mock.lastCall[0]).toMatchObject({ order: 'desc' });
  });

`,
    ),
  ],
  'src/database/ItemStore.ts': [
    after(`  archived: boolean | number;\n`, `  priority?: number | null;\n`),
    before(
      `  async delete(id: string)`,
      `  // Nobody asks for it back: it is gone for good.\n`,
    ),
  ],
  // Imports in groups, air between the steps.
  'src/service/ItemService.ts': [
    after(`} from '@backstage/backend-plugin-api';\n`, `\n`),
    before(`import { ItemStore }`, `\n`),
    before(
      `  async get(\n`,
      `  async count(query: ItemQuery): Promise<number> {
    const { totalItems } = await this.#store.list(query);
    return totalItems;
  }

`,
    ),
    after(`await this.#store.insert(input, caller);\n`, `\n    // Audited.\n`),
  ],
  'src/service/router.ts': [
    before(`import { CallerService }`, `\n`),
    before(
      `  router.get('/whoami', `,
      `  // Used by the frontend when it starts.\n`,
    ),
  ],
  'README.md': [
    before(`\n## Installation`, `\nAsk the team of the help desk about it.\n`),
  ],
};

/** The files that are called as what is in them. */
const MOVES = ['src/service/ItemService.ts', 'src/service/ItemService.test.ts'];

/**
 * Edits the plugin in a folder, which has a resource `item`, and tells which of
 * its files are no longer as they were generated. Whoever moves renames files
 * as well as what is in them.
 */
export async function edit(repository, folder, { moves }) {
  const names = repository
    .files(folder)
    .filter(name => /^src\/.*\.ts$|^README\.md$/.test(name));
  const edited = [];
  for (const name of names) {
    const old = repository.read(`${folder}/${name}`);
    const text = rename((EDITS[name] ?? []).reduce(apply, old), moves);
    const place = moves && MOVES.includes(name) ? rename(name, moves) : name;
    if (text !== old) {
      repository.remove(`${folder}/${name}`);
      repository.write(`${folder}/${place}`, text);
      edited.push(`${folder}/${place}`);
    }
  }
  repository.write(
    `${folder}/migrations/20260201000000_add_priority.js`,
    MIGRATION,
  );
  // The editor does that when a file is saved.
  await repository.command('prettier', '--write', ...edited);
  return edited;
}

/** The text with the new names; where a file stays, so does what leads to it. */
function rename(text, moves) {
  return Object.entries(NAMES).reduce(
    (renamed, [from, to]) =>
      renamed.replace(
        new RegExp(`${moves ? '' : '(?<!/)'}\\b${from}(?=\\b|Options)`, 'g'),
        to,
      ),
    text,
  );
}

function apply(text, { place, put }) {
  assert.equal(text.split(place).length, 2, `${place} is there once`);
  return text.replace(place, () => put);
}

function after(place, text) {
  return { place, put: place + text };
}

function before(place, text) {
  return { place, put: text + place };
}
