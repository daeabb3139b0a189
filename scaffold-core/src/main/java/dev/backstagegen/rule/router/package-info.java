/** Routes and what stands before them. */
package dev.backstagegen.rule.router;
