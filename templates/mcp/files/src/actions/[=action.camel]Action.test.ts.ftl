import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { [=action.pascal]Service } from '../service/[=action.pascal]Service';
import { register[=action.pascal]Action } from './[=action.camel]Action';

describe('register[=action.pascal]Action', () => {
  const [=action.camel]Service = { run: jest.fn() };
  const credentials = mockCredentials.user('user:default/ann');
  const actionsRegistry = actionsRegistryServiceMock();
  register[=action.pascal]Action({
    actionsRegistry,
    [=action.camel]Service: [=action.camel]Service as unknown as [=action.pascal]Service,
  });
  const invoke = (input: JsonObject) =>
    actionsRegistry.invoke({ id: 'test:[=action.name]', input, credentials });

  beforeEach(() => {
    jest.resetAllMocks();
  });

  it('answers with the credentials of the caller', async () => {
    const output = { subject: 'Sample', caller: 'user:default/ann' };
    [=action.camel]Service.run.mockResolvedValue(output);

    await expect(invoke({ subject: ' Sample ' })).resolves.toEqual({ output });
    expect([=action.camel]Service.run).toHaveBeenCalledWith({ subject: 'Sample' }, { credentials });
  });

  it.each([{}, { subject: ' ' }, { subject: 1 }, { subject: 'a'.repeat(201) }, { subject: 'Sample', nothing: 1 }])(
    'refuses the input %j',
    async input => {
      await expect(invoke(input)).rejects.toThrow(InputError);
      expect([=action.camel]Service.run).not.toHaveBeenCalled();
    },
  );

  it('tells assistants how safe it is', async () => {
    const { actions } = await actionsRegistry.list();

    expect(actions.map(({ name, attributes }) => ({ name, attributes }))).toEqual([
      {
        name: '[=action.name]',
        attributes: { readOnly: [=action.readOnly?c], destructive: [=action.destructive?c], idempotent: [=action.idempotent?c] },
      },
    ]);
  });
});
