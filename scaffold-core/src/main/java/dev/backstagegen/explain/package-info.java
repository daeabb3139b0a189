/**
 * What there is to know about what the tool offers and about what its plugins stand on, as data and as pages of
 * Markdown. Makes no file and prints nothing: the differences that it tells of were worked out before.
 */
package dev.backstagegen.explain;
