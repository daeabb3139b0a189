/** The Backstage repository around the plugin. Reads what it is given and proposes edits; never writes, never reads the disk. */
package dev.backstagegen.host;
