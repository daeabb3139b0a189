// A real MCP client, from the SDK that the host's lock file pins.
import { createRequire } from 'node:module';
import path from 'node:path';

/** Connects to a backend's MCP endpoint as the owner of the token. */
export async function connect({ workspace, backend, token }) {
  const require = createRequire(path.join(workspace, 'package.json'));
  const { Client } = require('@modelcontextprotocol/sdk/client/index.js');
  const {
    StreamableHTTPClientTransport,
  } = require('@modelcontextprotocol/sdk/client/streamableHttp.js');

  const client = new Client({ name: 'backstage-gen-suite', version: '1.0.0' });
  await client.connect(
    new StreamableHTTPClientTransport(
      new URL(`${backend.url}/api/mcp-actions/v1`),
      { requestInit: { headers: { Authorization: `Bearer ${token}` } } },
    ),
  );

  return {
    /** The names of all tools, as the client sees them. */
    async names() {
      const { tools } = await client.listTools();
      return tools.map(({ name }) => name);
    },

    /** The tools of one plugin by the name of their action. */
    async tools(pluginId) {
      const { tools } = await client.listTools();
      const prefix = `${pluginId}.`;
      return new Map(
        tools
          .filter(tool => tool.name.startsWith(prefix))
          .map(tool => [tool.name.slice(prefix.length), tool]),
      );
    },

    /** The result of an action that succeeds. */
    async call(pluginId, action, input) {
      const result = await client.callTool({
        name: `${pluginId}.${action}`,
        arguments: input,
      });
      const { text } = result.content[0];
      if (result.isError) {
        throw new Error(`${pluginId}.${action} was refused: ${text}`);
      }
      return JSON.parse(text);
    },

    /** The `result` of an action, or the `error` that it was refused with. */
    async attempt(pluginId, action, input) {
      const { isError, content } = await client.callTool({
        name: `${pluginId}.${action}`,
        arguments: input,
      });
      const { text } = content[0];
      return isError ? { error: text } : { result: JSON.parse(text) };
    },

    /** What is said about a call that is refused; fails if it is not. */
    async refusal(pluginId, action, input) {
      const name = `${pluginId}.${action}`;
      const result = await client.callTool({ name, arguments: input });
      if (!result.isError) {
        throw new Error(`${name} was not refused: ${JSON.stringify(result)}`);
      }
      return result.content[0].text;
    },

    close: () => client.close(),
  };
}
