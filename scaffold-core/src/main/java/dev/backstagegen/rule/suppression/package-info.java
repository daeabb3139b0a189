/** The comments that silence other rules. */
package dev.backstagegen.rule.suppression;
