/** Files in memory, and the data formats they are written in. Never touches the disk. */
package dev.backstagegen.tree;
