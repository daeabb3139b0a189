export const upstreamReadPermission = createPermission({
  name: '[=plugin.id].upstream.read',
  attributes: { action: 'read' },
});

