/** What {@code check} found, in each form that somebody reads: people, editors, pipelines. */
package dev.backstagegen.cli.report;
