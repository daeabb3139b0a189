[#import "/fields.ftl" as fields]
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('[=resource.many.snake]', table => {
    table.uuid('id').primary();
[#list resource.fields as field]
    table.[=fields.column(field)].[=field.optional?then("nullable", "notNullable")]();
[/#list]
[#if keepsOwners]
    table.string('owner', 255).notNullable();
[/#if]
    table.string('created_by', 255).notNullable();
    table.timestamp('created_at', { useTz: true }).notNullable();
    table.timestamp('updated_at', { useTz: true }).notNullable();
[#list resource.fields as field]
[#if field.kind == "ref"]
    table.foreign('[=field.column]', '[=field.constraint]').references('id').inTable('[=field.target.many.snake]')[#if field.onDelete == "cascade"].onDelete('CASCADE')[#elseif field.onDelete == "clear"].onDelete('SET NULL')[/#if];
[/#if]
[/#list]
[#list resource.uniques as unique]
    table.unique([[#list unique.columns as column]'[=column]'[#sep], [/#sep][/#list]], { indexName: '[=unique.name]' });
[/#list]
[#if keepsOwners]
    table.index(['owner'], '[=resource.ownerIndex]');
[/#if]
[#list resource.indexes as index]
    table.index([[#list index.columns as column]'[=column]'[#sep], [/#sep][/#list]], '[=index.name]');
[/#list]
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('[=resource.many.snake]');
};
