[#macro ask]request(app).[=route.call]('[=route.example]')[#if route.hasBody].send({ note: 'Sample' })[#elseif route.hasQuery].query({ search: 'Sample' })[/#if][/#macro]
[#assign answer][#list route.parameters as each][=each]: 'one', [/#list][#if route.hasBody]note: 'Sample', [#elseif route.hasQuery]search: 'Sample', [/#if][/#assign]
import { mockCredentials, mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { [=route.pascal]Service } from './[=route.pascal]Service';
import { create[=route.pascal]Router } from './[=route.camel]Router';

describe('create[=route.pascal]Router', () => {
  const [=route.camel]Service = { run: jest.fn() };
  let app: express.Express;

  beforeEach(() => {
    jest.resetAllMocks();
    const router = create[=route.pascal]Router({
      httpAuth: mockServices.httpAuth(),
      [=route.camel]Service: [=route.camel]Service as unknown as [=route.pascal]Service,
    });
    app = express().use(express.json()).use(router).use(mockErrorHandler());
  });

  it('serves with the credentials of the caller', async () => {
[#if route.answers]
    const output = { [=answer]caller: 'user:default/mock' };
    [=route.camel]Service.run.mockResolvedValue(output);

[/#if]
    const response = await [@ask/];

    expect(response.status).toBe([=route.status]);
[#if route.answers]
    expect(response.body).toEqual(output);
[#else]
    expect(response.body).toEqual({});
[/#if]
    expect([=route.camel]Service.run).toHaveBeenCalledWith([#if route.hasInput]{ [=answer] }, [/#if]{ credentials: mockCredentials.user() });
  });
[#if route.hasQuery || route.hasBody]

  it.each([[#if route.hasBody]{}, { note: ' ' }, { note: 1 }, { note: 'a'.repeat(1001) }, { note: 'Sample', nothing: 1 }[#else]{ search: ' ' }, { search: ['a', 'b'] }, { search: 'a'.repeat(201) }, { nothing: 'a' }[/#if]])(
    'refuses the [=route.hasBody?then("body", "query")] %j',
    async [=route.hasBody?then("body", "query")] => {
      const response = await request(app).[=route.call]('[=route.example]').[=route.hasBody?then("send(body)", "query(query)")];

      expect(response.status).toBe(400);
      expect(response.body.error.name).toBe('InputError');
      expect([=route.camel]Service.run).not.toHaveBeenCalled();
    },
  );
[/#if]
[#if route.parameters?has_content]

  it('refuses what is no identifier', async () => {
    const response = await request(app).[=route.call]('[=route.malformed]')[#if route.hasBody].send({ note: 'Sample' })[/#if];

    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain('must be an identifier');
    expect([=route.camel]Service.run).not.toHaveBeenCalled();
  });
[/#if]

  it('does nothing for callers without credentials', async () => {
    const response = await [@ask/].set('Authorization', mockCredentials.none.header());

    expect(response.status).toBe(401);
    expect([=route.camel]Service.run).not.toHaveBeenCalled();
  });
});
