[#import "/callers.ftl" as callers]
[#import "/fields.ftl" as fields]
[#import "/names.ftl" as names]
[#assign callerOptions][@hole name="callers"/][/#assign]
[#assign list = names.name("get", resource, true)]
[#assign get = names.name("get", resource)]
[#assign create = names.name("create", resource)]
[#assign update = names.name("update", resource)]
[#assign delete = names.name("delete", resource)]
[#import "/samples.ftl" as samples]
import { randomUUID } from 'node:crypto';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import { openDatabase } from '../database/openDatabase';
import { sample[=resource.type] } from '../database/samples';
import { [=resource.type]Store } from '../database/[=resource.type]Store';
import { CallerService } from '../service/CallerService';
import { [=resource.type]Service } from '../service/[=resource.type]Service';
import { register[=resource.type]Actions } from './[=resource.var]Actions';

describe('register[=resource.type]Actions', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  async function setUp(result: AuthorizeResult.ALLOW | AuthorizeResult.DENY) {
    const knex = await databases.init('SQLITE_3');
    const client = await openDatabase(mockServices.database({ knex }));
    const store = new [=resource.type]Store(client);
    const actionsRegistry = actionsRegistryServiceMock();
    register[=resource.type]Actions({
      actionsRegistry,
      [=resource.var]Service: new [=resource.type]Service({
        store,
[#if callers.needed(resource)]
        callers: new CallerService({
          auth: mockServices.auth(),
          userInfo: mockServices.userInfo(),
[=callerOptions]
        }),
[/#if]
[#if callers.logs(resource)]
        logger: mockServices.logger.mock(),
[/#if]
        permissions: mockServices.permissions({ result }),
[@hole name="service"/]
      }),
    });
    const invoke = async (name: string, input: object, credentials: BackstageCredentials = mockCredentials.user()) => {
      const { output } = await actionsRegistry.invoke({ id: `test:${name}`, input: input as JsonObject, credentials });
      return output as Record<string, any>;
    };
    return { actionsRegistry, [#if resource.refers]client, [/#if]invoke[#if !resource.can.create], store[/#if] };
  }

  it('serves one from beginning to end', async () => {
    const { [#if resource.refers]client, [/#if]invoke[#if !resource.can.create], store[/#if] } = await setUp(AuthorizeResult.ALLOW);
    const input = [=samples.one(resource, "1")];

[#if resource.can.create]
    const one = await invoke('[=create]', input);
    expect(one).toMatchObject({ ...input, createdBy: 'user:default/mock' });
[#else]
    const one = await store.insert(input, 'user:default/mock');
[/#if]
[#if resource.can.get]
    expect(await invoke('[=get]', { id: one.id })).toEqual(one);
[/#if]
[#if resource.can.list]
    expect(await invoke('[=list]', {})).toEqual({ items: [one], totalItems: 1 });
[/#if]
[#if resource.can.update]
    const change = { [=resource.first.property]: [#if resource.first.kind == "ref"]one.[=resource.first.property][#else][=fields.other(resource.first)][/#if] };
    expect(await invoke('[=update]', { id: one.id, ...change })).toMatchObject(change);
[/#if]
[#if resource.can.delete]
    expect(await invoke('[=delete]', { id: one.id })).toEqual({ id: one.id });
    await expect(invoke('[=delete]', { id: one.id })).rejects.toThrow('No [=resource.text] with id');
[/#if]
  });

  it('refuses what the permission policy denies', async () => {
    const { [#if resource.refers && resource.can.create]client, [/#if]invoke } = await setUp(AuthorizeResult.DENY);
[#if resource.can.get || resource.can.update || resource.can.delete]
    const id = randomUUID();
[/#if]

    for (const [name, input] of [
[#if resource.can.list]
      ['[=list]', {}],
[/#if]
[#if resource.can.get]
      ['[=get]', { id }],
[/#if]
[#if resource.can.create]
      ['[=create]', [=samples.one(resource, "1")]],
[/#if]
[#if resource.can.update]
      ['[=update]', { id }],
[/#if]
[#if resource.can.delete]
      ['[=delete]', { id }],
[/#if]
    ] as const) {
      await expect(invoke(name, input)).rejects.toThrow('Missing permission');
    }
  });
[#if resource.can.create]

  it.each([
    ['user:default/ann', mockCredentials.user('user:default/ann')],
    ['plugin:other', mockCredentials.service('plugin:other')],
  ])('creates in the name of %s', async (createdBy, credentials) => {
    const { [#if resource.refers]client, [/#if]invoke } = await setUp(AuthorizeResult.ALLOW);

    await expect(invoke('[=create]', [#if keepsOwners]{ ...([=samples.one(resource, "1")]), owner: 'user:default/ann' }[#else][=samples.one(resource, "1")][/#if], credentials)).resolves.toMatchObject({ createdBy });
  });

  it('creates nothing for nobody', async () => {
    const { [#if resource.refers]client, [/#if]invoke } = await setUp(AuthorizeResult.ALLOW);

    await expect(invoke('[=create]', [=samples.one(resource, "1")], mockCredentials.none())).rejects.toThrow(
      'Only users and services are served',
    );
  });

  it('refuses bad input', async () => {
    const { [#if resource.refers]client, [/#if]invoke } = await setUp(AuthorizeResult.ALLOW);

    await expect(invoke('[=create]', { ...([=samples.one(resource, "1")]), nothing: 1 })).rejects.toThrow(/nothing/);
  });
[/#if]
[#if resource.can.update]

  it('has no defaults in a change, which would undo others', async () => {
    const { actionsRegistry } = await setUp(AuthorizeResult.ALLOW);
    const { actions } = await actionsRegistry.list();

    const update = actions.find(({ name }) => name === '[=update]');
    expect(update?.schema.input.properties).toHaveProperty('[=resource.first.property]');
    expect(JSON.stringify(update?.schema.input)).not.toContain('"default"');
  });
[/#if]
[#if release.actionExamples && (resource.can.list || resource.can.create || resource.can.update)]

  it('gives examples that fit', async () => {
    const { actionsRegistry, invoke } = await setUp(AuthorizeResult.DENY);
    const { actions } = await actionsRegistry.list();
    const examples = actions.flatMap(({ name, examples: given = [] }) => given.map(({ input }) => ({ name, input })));

    expect(examples).toHaveLength([=resource.can.list?then(1, 0) + resource.can.create?then(1, 0) + resource.can.update?then(1, 0)]);
    for (const { name, input } of examples) {
      // What does not fit does not come as far.
      await expect(invoke(name, input)).rejects.toThrow('Missing permission');
    }
  });
[/#if]

  it('tells assistants what is safe', async () => {
    const { actionsRegistry } = await setUp(AuthorizeResult.ALLOW);
    const { actions } = await actionsRegistry.list();

    expect(actions.filter(({ attributes }) => attributes.readOnly).map(({ name }) => name)).toEqual([
[#if resource.can.list]
      '[=list]',
[/#if]
[#if resource.can.get]
      '[=get]',
[/#if]
    ]);
    expect(actions.filter(({ attributes }) => attributes.destructive).map(({ name }) => name)).toEqual([
[#if resource.can.update]
      '[=update]',
[/#if]
[#if resource.can.delete]
      '[=delete]',
[/#if]
    ]);
  });
});
