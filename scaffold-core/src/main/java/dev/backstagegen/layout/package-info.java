/** Lines break as prettier breaks them. Knows nothing of what is generated. */
package dev.backstagegen.layout;
