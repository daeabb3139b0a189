import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { z } from 'zod';
import { NoteStore } from './NoteStore';
import { noteCreatePermission } from './permissions';

export interface ActionOptions {
  actionsRegistry: ActionsRegistryService;
  auth: AuthService;
  permissions: PermissionsService;
  store: NoteStore;
}

async function mayRead(
  permissions: PermissionsService,
  credentials: BackstageCredentials,
): Promise<boolean> {
  const [decision] = await permissions.authorize(
    [{ permission: noteCreatePermission }],
    { credentials },
  );
  return decision.result !== AuthorizeResult.DENY;
}

export function registerActions(options: ActionOptions): void {
  const { actionsRegistry, auth, permissions, store } = options;
  actionsRegistry.register({
    name: 'get-untidy-notes',
    title: 'Get Notes',
    description: 'Lists all notes, with their ids and texts.',
    schema: {
      input: () => z.object({}),
      output: () =>
        z.object({
          texts: z.array(z.string()).describe('The text of each note'),
        }),
    },
    action: async ({ credentials }) => {
      const caller = credentials ?? (await auth.getOwnServiceCredentials());
      if (!(await mayRead(permissions, caller))) {
        throw new Error('not allowed');
      }
      const notes = await store.list();
      return { output: { texts: notes.map(note => note.text) } };
    },
  });
}
