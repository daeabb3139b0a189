[#if !keepsResources]
import { mockCredentials, mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { InputError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { registerActions } from './actions';
import { CallerService } from './service/CallerService';
import { OwnershipService } from './service/OwnershipService';
[#list actions as each]
import { [=each.pascal]Service } from './service/[=each.pascal]Service';
[/#list]
[#assign get = actionName("get", plugin.kebab, "ownership")]

describe('registerActions', () => {
  function setup(result: AuthorizeResult.ALLOW | AuthorizeResult.DENY) {
    const actionsRegistry = actionsRegistryServiceMock();
    registerActions({
      actionsRegistry,
      ownershipService: new OwnershipService({
        callers: new CallerService({
          auth: mockServices.auth(),
          userInfo: mockServices.userInfo(),
[@hole name="callers"/]
        }),
        permissions: mockServices.permissions({ result }),
      }),
[#list actions as each]
      [=each.camel]Service: {} as [=each.pascal]Service,
[/#list]
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

[#if actions?has_content]
    expect(actions.find(({ name }) => name === '[=get]')?.attributes).toEqual({
[#else]
    expect(actions).toHaveLength(1);
    expect(actions[0].attributes).toEqual({
[/#if]
      readOnly: true,
      destructive: false,
      idempotent: true,
    });
  });
});
[/#if]
