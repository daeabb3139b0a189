[#import "/doc.ftl" as doc]
[@doc.public/]
export const settingsReadPermission = createPermission({
  name: '[=plugin.id].settings.read',
  attributes: { action: 'read' },
});

