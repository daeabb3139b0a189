// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {};
