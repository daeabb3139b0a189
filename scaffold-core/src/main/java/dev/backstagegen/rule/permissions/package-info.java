/** Decisions of the permission framework. */
package dev.backstagegen.rule.permissions;
