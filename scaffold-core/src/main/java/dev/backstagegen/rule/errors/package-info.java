/** What callers are told when something fails. */
package dev.backstagegen.rule.errors;
