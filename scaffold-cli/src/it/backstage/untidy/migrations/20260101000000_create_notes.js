exports.up = async knex => {
  await knex.schema.createTable('notes', table => {
    table.uuid('id').primary();
    table.string('text', 200).notNullable();
  });
};

exports.down = async knex => {
  await knex.schema.dropTable('notes');
};
