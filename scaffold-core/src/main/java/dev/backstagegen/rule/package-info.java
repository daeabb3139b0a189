/**
 * Good and bad, with the repair: what a backend plugin has to keep to, one class a rule below this package.
 *
 * <p>Knows nothing of where the files came from or where they go; what is asked of a plugin's text is answered by
 * {@code rule.code}. Decides on the syntax tree and never on the text, and where the tree does not prove a point it is
 * silent.
 */
package dev.backstagegen.rule;
