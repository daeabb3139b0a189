/** The plugin as a backend feature. */
package dev.backstagegen.rule.plugin;
