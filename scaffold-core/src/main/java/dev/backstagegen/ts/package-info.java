/** TypeScript and JavaScript, read with positions. Knows no rule. */
package dev.backstagegen.ts;
