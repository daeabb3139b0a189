/** Rules of the group {@code package}: what package.json says. The group's own name is a word of Java. */
package dev.backstagegen.rule.manifest;
