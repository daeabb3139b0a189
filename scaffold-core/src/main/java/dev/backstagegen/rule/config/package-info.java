/** The plugin's section of the configuration and its schema. */
package dev.backstagegen.rule.config;
