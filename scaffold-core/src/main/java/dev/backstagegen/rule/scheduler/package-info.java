/** Work that runs by itself, again and again. */
package dev.backstagegen.rule.scheduler;
