[#import "/fields.ftl" as fields]
[#macro add part]
[#if part.columns?has_content || part.uniques?has_content || part.indexes?has_content]
  await knex.schema.alterTable('[=change.table]', table => {
[#list part.fields as field]
[#if field.kind == "ref"]
    table.specificType('[=field.column]', 'uuid constraint "[=field.constraint]" references "[=field.target.many.snake]" ("id")[#if field.onDelete == "cascade"] on delete cascade[#elseif field.onDelete == "clear"] on delete set null[/#if]');
[#else]
    table.[=fields.column(field)].[=field.optional?then("nullable()", "notNullable().defaultTo(" + fields.blank(field) + ")")];
[/#if]
[/#list]
[#if part.hasOwners]
    table.string('owner', 255).notNullable().defaultTo('');
[/#if]
[#list part.uniques as unique]
    table.unique([=columns(unique)], { indexName: '[=unique.name]' });
[/#list]
[#list part.indexes as index]
    table.index([=columns(index)], '[=index.name]');
[/#list]
  });
[/#if]
[#if part.hasOwners]
  // Whoever made a thing owns it, until somebody says otherwise.
  await knex('[=change.table]').update({ owner: knex.ref('created_by') });
[/#if]
[/#macro]
[#macro drop part]
[#if part.uniques?has_content || part.indexes?has_content]
  await knex.schema.alterTable('[=change.table]', table => {
[#list part.uniques as unique]
    table.dropUnique([=columns(unique)], '[=unique.name]');
[/#list]
[#list part.indexes as index]
    table.dropIndex([=columns(index)], '[=index.name]');
[/#list]
  });
[/#if]
[#list part.columns as column]
  await [=dropped(column, part)];
[/#list]
[/#macro]
[#function columns key]
  [#return "['" + key.columns?join("', '") + "']"]
[/#function]
[#function dropped column part]
  [#list change.goes.fields as field]
    [#if field.column == column && field.kind == "ref"]
      [#return "knex.schema.alterTable('" + change.table + "', table => { table.dropColumn('" + column + "'); })"]
    [/#if]
  [/#list]
  [#return "knex.raw('alter table ?? drop column ??', ['" + change.table + "', '" + column + "'])"]
[/#function]
// @ts-check

[#if change.goes.references]
// To take a reference out of a table, SQLite makes the table anew, and must not
// take that for the end of its rows, as it does in a transaction.
exports.config = { transaction: false };

[/#if]
/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
[@drop part=change.goes/]
[@add part=change.comes/]
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
[@drop part=change.comes/]
[@add part=change.goes/]
};
