/** The plugin's own database. */
package dev.backstagegen.rule.database;
