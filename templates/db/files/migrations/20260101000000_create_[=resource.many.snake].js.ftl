// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('[=resource.many.snake]', table => {
    table.uuid('id').primary();
    table.string('title', 255).notNullable();
    table.text('description').nullable();
    table.boolean('archived').notNullable().defaultTo(false);
    table.string('created_by', 255).notNullable();
    table.timestamp('created_at', { useTz: true }).notNullable();
    table.timestamp('updated_at', { useTz: true }).notNullable();
    table.unique(['title'], { indexName: '[=resource.many.snake]_title_uniq' });
    table.index(['created_at', 'id'], '[=resource.many.snake]_created_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('[=resource.many.snake]');
};
