/**
 * The only door to the outside: {@link Workspace} reads, {@link Applier} writes what a plan says, {@link
 * Recovery} repairs what a killed run left, {@link Memory} knows what the last run did. Decides nothing.
 */
package dev.backstagegen.disk;
