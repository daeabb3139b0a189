import { createPermission } from '@backstage/plugin-permission-common';

export const noteCreatePermission = createPermission({
  name: 'untidy.note.create',
  attributes: { action: 'create' },
});

export const untidyPermissions = [noteCreatePermission];
