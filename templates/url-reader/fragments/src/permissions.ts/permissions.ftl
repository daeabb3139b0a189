[#import "/doc.ftl" as doc]
[@doc.public/]
export const remoteDocumentReadPermission = createPermission({
  name: '[=plugin.id].remote-document.read',
  attributes: { action: 'read' },
});

