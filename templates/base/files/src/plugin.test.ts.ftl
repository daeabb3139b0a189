import { mockCredentials, mockServices, startTestBackend, TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { [=plugin.camel]Plugin } from './plugin';

[@hole name="before"/]
[#assign configuration][@hole name="configuration"/][/#assign]
describe('[=plugin.camel]Plugin', () => {
  const features = [
    [=plugin.camel]Plugin,
[@hole name="features"/]
[#if configuration?has_content]
    mockServices.rootConfig.factory({ data: { [=plugin.camel]: { [=configuration] } } }),
[/#if]
  ];

  it('opens its health check and nothing else', async () => {
    const { server } = await startTestBackend({ features });
    const anonymous = (path: string) =>
      request(server).get(path).set('Authorization', mockCredentials.none.header());

    const health = await anonymous('/api/[=plugin.id]/health');
    expect(health.status).toBe(200);
    expect(health.body).toEqual({ status: 'ok' });
    expect((await anonymous('/api/[=plugin.id]/whoami')).status).toBe(401);
    expect((await anonymous('/api/[=plugin.id]/nothing')).status).toBe(401);
[@hole name="closed"/]
[#list routes?filter(each -> each.hasQuery) as each]
    expect((await anonymous('/api/[=plugin.id][=each.example]')).status).toBe(401);
[/#list]
  });

  it('tells callers who they are', async () => {
    const { server } = await startTestBackend({ features });

    const response = await request(server).get('/api/[=plugin.id]/whoami');

    expect(response.status).toBe(200);
    expect(response.body).toEqual({
      ref: 'user:default/mock',
      ownershipEntityRefs: ['user:default/mock'],
    });
  });
[#if !keepsResources]

  it('tells which owners the caller belongs to', async () => {
    const { server } = await startTestBackend({ features });

    const response = await request(server)
      .post('/api/[=plugin.id]/ownership')
      .send({ entityRefs: ['user:default/mock', 'group:default/others'] });

    expect(response.status).toBe(200);
    expect(response.body).toEqual({ owned: ['user:default/mock'] });
  });
[#if checksPermissions]

  it('refuses what the permission policy denies', async () => {
    const { server } = await startTestBackend({
      features: [...features, mockServices.permissions.factory({ result: AuthorizeResult.DENY })],
    });

    const response = await request(server)
      .post('/api/[=plugin.id]/ownership')
      .send({ entityRefs: ['user:default/mock'] });

    expect(response.status).toBe(403);
    expect(response.body.error.name).toBe('NotAllowedError');
  });
[/#if]
[/#if]
[@hole name="cases"/]
[#list routes as each]

  it('serves [=each.method] [=each.path]', async () => {
    const { server } = await startTestBackend({ features });

    const response = await request(server).[=each.call]('/api/[=plugin.id][=each.example]')[#if each.hasBody].send({ note: 'Sample' })[/#if];

    expect(response.status).toBe([=each.status]);
[#if each.answers]
    expect(response.body).toEqual({
[#list each.parameters as parameter]
      [=parameter]: 'one',
[/#list]
[#if each.hasBody]
      note: 'Sample',
[/#if]
      caller: 'user:default/mock',
    });
[#else]
    expect(response.body).toEqual({});
[/#if]
  });

  it('refuses [=each.method] [=each.path] where the permission policy denies it', async () => {
    const { server } = await startTestBackend({
      features: [...features, mockServices.permissions.factory({ result: AuthorizeResult.DENY })],
    });

    const response = await request(server).[=each.call]('/api/[=plugin.id][=each.example]')[#if each.hasBody].send({ note: 'Sample' })[/#if];

    expect(response.status).toBe(403);
    expect(response.body.error.name).toBe('NotAllowedError');
  });
[/#list]
});
