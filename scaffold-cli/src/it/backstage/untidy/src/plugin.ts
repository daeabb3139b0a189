import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { registerActions } from './actions';
import { NoteStore } from './NoteStore';
import { untidyPermissions } from './permissions';
import { createRouter } from './router';

export const untidyPlugin = createBackendPlugin({
  pluginId: 'untidy',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auth: coreServices.auth,
        cache: coreServices.cache,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init({
        actionsRegistry,
        auth,
        database,
        httpAuth,
        httpRouter,
        logger,
        permissions,
        permissionsRegistry,
        scheduler,
        userInfo,
      }) {
        permissionsRegistry.addPermissions(untidyPermissions);
        const client = await database.getClient();
        await client.migrate.latest({
          directory: resolvePackagePath(
            '@backstage/plugin-untidy-backend',
            'migrations',
          ),
        });
        const store = new NoteStore(client);

        scheduler.scheduleTask({
          id: 'untidy-count',
          frequency: { hours: 1 },
          timeout: { minutes: 1 },
          initialDelay: { minutes: 1 },
          fn: async () => {
            logger.info('Counted the notes', {
              count: (await store.list()).length,
            });
          },
        });

        registerActions({ actionsRegistry, auth, permissions, store });
        httpRouter.use(
          await createRouter({ httpAuth, permissions, store, userInfo }),
        );
      },
    });
  },
});
