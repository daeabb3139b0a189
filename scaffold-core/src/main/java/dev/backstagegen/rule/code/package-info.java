/** A plugin's files as the rules see them: parsed once, names and values followed from file to file. Knows no rule. */
package dev.backstagegen.rule.code;
