/** Actions, which assistants call through MCP. */
package dev.backstagegen.rule.mcp;
