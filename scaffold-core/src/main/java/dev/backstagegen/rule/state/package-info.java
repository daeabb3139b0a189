/** What outlives a request without anybody owning it. */
package dev.backstagegen.rule.state;
