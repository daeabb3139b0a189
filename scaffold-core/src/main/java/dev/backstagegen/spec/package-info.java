/** What the user wants, checked. Knows no feature by its name and nothing of the repository. */
package dev.backstagegen.spec;
