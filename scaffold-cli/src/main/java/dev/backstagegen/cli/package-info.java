/**
 * Words in, words out: reads the command line, asks what is missing, calls the front door, prints what came of it.
 * Decides nothing about plugins, and touches no file but the one given with {@code --spec}.
 */
package dev.backstagegen.cli;
