/** What the plugin tells its operator. */
package dev.backstagegen.rule.logging;
