/** Who may call what. */
package dev.backstagegen.rule.auth;
