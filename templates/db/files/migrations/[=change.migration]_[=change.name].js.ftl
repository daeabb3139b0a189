[#import "/fields.ftl" as fields]
[#-- Columns are added and dropped by statements of the databases, wherever these have one: knex would make a table anew
on SQLite, which in a transaction deletes or empties all that refers to its rows. --]
[#macro add part again]
[#local numbered = []]
[#if again]
[#list part.uniques as unique]
[#local column = numberedOf(unique, part)]
[#if column?has_content && !numbered?seq_contains(column)][#local numbered = numbered + [column]][/#if]
[/#list]
[/#if]
[#if part.columns?has_content]
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
[#if !numbered?has_content][@keys part=part/][/#if]
  });
[/#if]
[#if part.hasOwners]
  // Whoever made a thing owns it, until somebody says otherwise.
  await knex('[=change.table]').update({ owner: knex.ref('created_by') });
[/#if]
[#if numbered?has_content]
  // What it was is gone, and each has to have another one.
[#list numbered as column]
  await knex.raw(
    'update ?? set ?? = numbered.n from (select id, row_number() over (order by id) as n from ??) as numbered where numbered.id = ??.id',
    ['[=change.table]', '[=column]', '[=change.table]', '[=change.table]'],
  );
[/#list]
[/#if]
[#if (numbered?has_content || !part.columns?has_content) && (part.uniques?has_content || part.indexes?has_content)]
  await knex.schema.alterTable('[=change.table]', table => {
[@keys part=part/]
  });
[/#if]
[/#macro]
[#macro keys part]
[#list part.uniques as unique]
    table.unique([=columns(unique)], { indexName: '[=unique.name]' });
[/#list]
[#list part.indexes as index]
    table.index([=columns(index)], '[=index.name]');
[/#list]
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
[#local plain = part.columns?filter(column -> !anew(column))]
[#if plain?size == 1]
  await knex.raw('alter table ?? drop column ??', ['[=change.table]', '[=plain[0]]']);
[#elseif plain?has_content]
  for (const column of ['[=plain?join("', '")]']) {
    await knex.raw('alter table ?? drop column ??', ['[=change.table]', column]);
  }
[/#if]
[#list part.columns?filter(column -> anew(column)) as column]
  await knex.schema.alterTable('[=change.table]', table => {
    table.dropColumn('[=column]');
  });
[/#list]
[/#macro]
[#function columns key]
  [#return "['" + key.columns?join("', '") + "']"]
[/#function]
[#-- Whether the column is a reference of the table as it was made, which SQLite cannot drop alone. --]
[#function anew column]
  [#return change.goes.fields?filter(field -> field.column == column && field.kind == "ref")?has_content]
[/#function]
[#-- The column that has to be told apart, so that what is made again is unique: what is empty is never the same. --]
[#function numberedOf unique part]
  [#local found = ""]
  [#list part.fields as field]
    [#if unique.columns?seq_contains(field.column)]
      [#if field.kind == "ref"][#return ""][/#if]
      [#if !found?has_content && !["timestamp", "enum", "boolean"]?seq_contains(field.kind)][#local found = field.column][/#if]
    [/#if]
  [/#list]
  [#return found]
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
[@add part=change.comes again=false/]
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
[@drop part=change.comes/]
[@add part=change.goes again=true/]
};
