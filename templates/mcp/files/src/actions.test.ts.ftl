import { randomUUID } from 'node:crypto';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { InputError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { registerActions } from './actions';
import { CallerService } from './service/CallerService';
[#if resource??]
import { [=resource.type]Store } from './database/[=resource.type]Store';
import { [=resource.type]Service } from './service/[=resource.type]Service';
[#assign list = action("get", plugin.kebab, resource.many.kebab)]
[#assign get = action("get", plugin.kebab, resource.kebab)]
[#assign create = action("create", plugin.kebab, resource.kebab)]
[#assign update = action("update", plugin.kebab, resource.kebab)]
[#assign delete = action("delete", plugin.kebab, resource.kebab)]

describe('registerActions', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  async function setup(result: AuthorizeResult.ALLOW | AuthorizeResult.DENY) {
    const knex = await databases.init('SQLITE_3');
    const actionsRegistry = actionsRegistryServiceMock();
    registerActions({
      actionsRegistry,
      [=resource.var]Service: new [=resource.type]Service({
        store: await [=resource.type]Store.create(mockServices.database({ knex })),
        callers: new CallerService({
          auth: mockServices.auth(),
          userInfo: mockServices.userInfo(),
        }),
        permissions: mockServices.permissions({ result }),
      }),
    });
    const invoke = async (
      name: string,
      input: Record<string, string | number | boolean | null>,
      credentials: BackstageCredentials = mockCredentials.user(),
    ) => {
      const { output } = await actionsRegistry.invoke({ id: `test:${name}`, input, credentials });
      return output as Record<string, any>;
    };
    return { actionsRegistry, invoke };
  }

  it('serves one from creation to deletion', async () => {
    const { invoke } = await setup(AuthorizeResult.ALLOW);

    const created = await invoke('[=create]', { title: 'One' });
    expect(created.createdBy).toBe('user:default/mock');

    const { id } = created;
    const updated = await invoke('[=update]', { id, title: 'Uno' });
    expect(updated.title).toBe('Uno');
    expect(await invoke('[=get]', { id })).toEqual(updated);
    expect(await invoke('[=list]', {})).toEqual({ items: [updated], totalItems: 1 });
    expect(await invoke('[=delete]', { id })).toEqual({ id });
    await expect(invoke('[=get]', { id })).rejects.toThrow('No [=resource.text] with id');
  });

  it('refuses what the permission policy denies', async () => {
    const { invoke } = await setup(AuthorizeResult.DENY);

    for (const [name, input] of [
      ['[=list]', {}],
      ['[=get]', { id: randomUUID() }],
      ['[=create]', { title: 'One' }],
      ['[=update]', { id: randomUUID(), title: 'Uno' }],
      ['[=delete]', { id: randomUUID() }],
    ] as const) {
      await expect(invoke(name, input)).rejects.toThrow('Missing permission');
    }
  });

  it('says whether the input or the state is at fault', async () => {
    const { invoke } = await setup(AuthorizeResult.ALLOW);
    await invoke('[=create]', { title: 'One' });

    await expect(invoke('[=create]', { title: '' })).rejects.toThrow(InputError);
    await expect(invoke('[=create]', { title: 'One' })).rejects.toThrow('The title is already taken');
  });

  it.each([
    [mockCredentials.user('user:default/ann'), 'user:default/ann'],
    [mockCredentials.service('plugin:other'), 'plugin:other'],
  ])('creates in the name of the caller', async (credentials, createdBy) => {
    const { invoke } = await setup(AuthorizeResult.ALLOW);

    await expect(invoke('[=create]', { title: 'One' }, credentials)).resolves.toMatchObject({ createdBy });
  });

  it('creates nothing for nobody', async () => {
    const { invoke } = await setup(AuthorizeResult.ALLOW);

    await expect(invoke('[=create]', { title: 'One' }, mockCredentials.none())).rejects.toThrow(
      'Only users and services are served',
    );
  });

  it('has no defaults in a change, which would undo others', async () => {
    const { actionsRegistry } = await setup(AuthorizeResult.ALLOW);
    const { actions } = await actionsRegistry.list();

    const update = actions.find(({ name }) => name === '[=update]');
    expect(update?.schema.input.properties).toHaveProperty('archived');
    expect(JSON.stringify(update?.schema.input)).not.toContain('"default"');
  });

  it('tells assistants what is safe', async () => {
    const { actionsRegistry } = await setup(AuthorizeResult.ALLOW);
    const { actions } = await actionsRegistry.list();

    expect(actions.filter(({ attributes }) => attributes.readOnly).map(({ name }) => name)).toEqual([
      '[=list]',
      '[=get]',
    ]);
    expect(actions.filter(({ attributes }) => attributes.destructive).map(({ name }) => name)).toEqual([
      '[=update]',
      '[=delete]',
    ]);
  });
});
[#else]
import { OwnershipService } from './service/OwnershipService';
[#assign get = action("get", plugin.kebab, "ownership")]

describe('registerActions', () => {
  function setup(result: AuthorizeResult.ALLOW | AuthorizeResult.DENY) {
    const actionsRegistry = actionsRegistryServiceMock();
    registerActions({
      actionsRegistry,
      ownershipService: new OwnershipService({
        callers: new CallerService({
          auth: mockServices.auth(),
          userInfo: mockServices.userInfo(),
        }),
        permissions: mockServices.permissions({ result }),
      }),
    });
    const invoke = (entityRefs: string[]) =>
      actionsRegistry.invoke({
        id: 'test:[=get]',
        input: { entityRefs },
        credentials: mockCredentials.user('user:default/ann'),
      });
    return { actionsRegistry, invoke };
  }

  it('answers with the credentials of the caller', async () => {
    const { invoke } = setup(AuthorizeResult.ALLOW);

    await expect(invoke(['User:default/Ann', 'group:default/team-a'])).resolves.toEqual({
      output: { owned: ['user:default/ann'] },
    });
  });

  it('refuses what the permission policy denies', async () => {
    const { invoke } = setup(AuthorizeResult.DENY);

    await expect(invoke(['user:default/ann'])).rejects.toThrow('Missing permission');
  });

  it('refuses what is no entity reference', async () => {
    const { invoke } = setup(AuthorizeResult.ALLOW);

    await expect(invoke(['ann'])).rejects.toThrow(InputError);
  });

  it('tells assistants that it is safe', async () => {
    const { actionsRegistry } = setup(AuthorizeResult.ALLOW);
    const { actions } = await actionsRegistry.list();

    expect(actions).toHaveLength(1);
    expect(actions[0].attributes).toEqual({
      readOnly: true,
      destructive: false,
      idempotent: true,
    });
  });
});
[/#if]
