/** How the plugin and the rest of the backend come together. */
package dev.backstagegen.rule.integration;
