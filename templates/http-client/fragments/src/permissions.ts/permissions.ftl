[#import "/doc.ftl" as doc]
[@doc.public/]
export const upstreamReadPermission = createPermission({
  name: '[=plugin.id].upstream.read',
  attributes: { action: 'read' },
});

