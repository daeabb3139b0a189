[#import "/callers.ftl" as callers]
[#import "/fields.ftl" as fields]
[#assign service = resource.var + "Service"]
[#assign methods = { "create": "POST", "update": "PATCH", "delete": "DELETE" }]
[#function caller verb]
  [#local request][#if callers.traces(verb)], request: expect.objectContaining({ method: '[=methods[verb]]' })[/#if][/#local]
  [#return ", { credentials: mockCredentials.user()" + request + " }"]
[/#function]
import { randomUUID } from 'node:crypto';
import { mockCredentials, mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { [=resource.type] } from '../types';
import { [=resource.type]Service } from './[=resource.type]Service';
import { create[=resource.type]Router } from './[=resource.var]Router';

describe('create[=resource.type]Router', () => {
  const input = {
[#list resource.fields as field]
[#if !field.optional]
    [=field.property]: [=fields.sample(field, "1")],
[/#if]
[/#list]
[#if keepsOwners]
    owner: 'user:default/mock',
[/#if]
  };
  const sample: [=resource.type] = {
    id: randomUUID(),
[#list resource.fields as field]
[#if field.optional]
    [=field.property]: null,
[#elseif field.kind == "enum" && !field.many && (field.values?size > 1)]
    [=field.property]: [=fields.sample(field, "1")],
[#elseif field.kind == "enum"]
    [=field.property]: [=fields.sample(field, "1")],
[#else]
    [=field.property]: input.[=field.property],
[/#if]
[/#list]
[#if keepsOwners]
    owner: input.owner,
[/#if]
    createdBy: 'user:default/mock',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  };
  const [=service] = {
[#list ["list", "get", "create", "update", "delete"] as verb]
[#if resource.can[verb]]
    [=verb]: jest.fn(),
[/#if]
[/#list]
  };
  let app: express.Express;

  beforeEach(() => {
    jest.resetAllMocks();
    const router = create[=resource.type]Router({
      httpAuth: mockServices.httpAuth(),
      [=service]: [=service] as unknown as [=resource.type]Service,
    });
    app = express().use(express.json()).use(router).use(mockErrorHandler());
  });

[#if resource.can.list]
  it('begins with the first page', async () => {
    const list = { items: [sample], totalItems: 1 };
    [=service].list.mockResolvedValue(list);

    const response = await request(app).get('/');

    expect(response.status).toBe(200);
    expect(response.body).toEqual(list);
    expect([=service].list).toHaveBeenCalledWith({ orderBy: 'createdAt', order: 'asc', limit: 50, offset: 0 }[=caller("list")]);
  });

  it('passes on what is asked for', async () => {
    [=service].list.mockResolvedValue({ items: [], totalItems: 0 });
    const query = {
[#list resource.filters as field]
[#if field.isRange]
      [=field.property]From: [=fields.sample(field, "1")],
      [=field.property]To: [=fields.sample(field, "2")],
[#else]
      [=field.property]: [=fields.sample(field, "1")],
[/#if]
[/#list]
[#if keepsOwners]
      owned: true,
[/#if]
      orderBy: 'updatedAt',
      order: 'desc',
      limit: 10,
      offset: 20,
    };

    await request(app).get('/').query(query);

    expect([=service].list).toHaveBeenCalledWith(query[=caller("list")]);
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=many',
    'offset=-1',
    'offset=1e20',
    'order=up',
    'orderBy=nothing',
    'nothing=1',
[#if keepsOwners]
    'owned=maybe',
[/#if]
[#list resource.filters as field]
[#if field.isRange]
    '[=field.property]From=then',
[#elseif ["enum", "boolean", "entityRef", "ref"]?seq_contains(field.kind)]
    '[=field.property]=%00',
[#elseif ["integer", "number"]?seq_contains(field.kind)]
    '[=field.property]=',
[/#if]
[/#list]
  ])('refuses the query %s', async query => {
    const response = await request(app).get(`/?${query}`);

    expect(response.status).toBe(400);
    expect(response.body.error.name).toBe('InputError');
    expect([=service].list).not.toHaveBeenCalled();
  });

[/#if]
[#if resource.can.create]
  it('creates with the credentials of the caller', async () => {
    [=service].create.mockResolvedValue(sample);

    const response = await request(app).post('/').send(input);

    expect(response.status).toBe(201);
    expect(response.body).toEqual(sample);
    expect([=service].create).toHaveBeenCalledWith(input[=caller("create")]);
  });
[#if resource.defaults?has_content]

  it('fills the defaults in', async () => {
    [=service].create.mockResolvedValue(sample);
    const { [#list resource.defaults as field][=field.property]: _[=field.property], [/#list]...given } = input;

    await request(app).post('/').send(given);

    expect([=service].create).toHaveBeenCalledWith(
      { ...given, [#list resource.defaults as field][=field.property]: [=field.fallback][#sep], [/#sep][/#list] }[=caller("create")],
    );
  });
[/#if]

  it.each<[string, unknown]>([
[#list resource.fields as field]
[#if !field.optional && !field.fallback??]
    ['[=field.property]', undefined],
[/#if]
[#if !field.optional]
    ['[=field.property]', null],
[/#if]
[#list fields.bad(field) as value]
    ['[=field.property]', [=value]],
[/#list]
[/#list]
[#if keepsOwners]
    ['owner', null],
    ['owner', 'website'],
    ['owner', 1],
[/#if]
    ['nothing', 1],
  ])('refuses to create with a bad %s', async (field, value) => {
    const response = await request(app).post('/').send({ ...input, [field]: value });

    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(field);
    expect([=service].create).not.toHaveBeenCalled();
  });

  it('refuses a body that is no object', async () => {
    const response = await request(app).post('/').set('Content-Type', 'application/json').send('[]');

    expect(response.status).toBe(400);
    expect(response.body.error.message).toMatch(/^input: /);
  });

[/#if]
[#if resource.can.update]
  it('changes only what the body names', async () => {
    [=service].update.mockResolvedValue(sample);
    const patch = { [=resource.first.property]: [=fields.other(resource.first)] };

    const response = await request(app).patch(`/${sample.id}`).send(patch);

    expect(response.status).toBe(200);
    expect([=service].update).toHaveBeenCalledWith(sample.id, patch[=caller("update")]);
  });

  it.each<[string, unknown]>([
[#list resource.fields as field]
[#if !field.optional]
    ['[=field.property]', null],
[/#if]
    ['[=field.property]', [=fields.bad(field)[0]]],
[/#list]
[#if keepsOwners]
    ['owner', null],
    ['owner', 'website'],
    ['owner', 1],
[/#if]
    ['nothing', 1],
  ])('refuses a change with a bad %s', async (field, value) => {
    const response = await request(app).patch(`/${sample.id}`).send({ [field]: value });

    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(field);
    expect([=service].update).not.toHaveBeenCalled();
  });

[/#if]
[#if resource.can.delete]
  it('deletes what the path names', async () => {
    const response = await request(app).delete(`/${sample.id}`);

    expect(response.status).toBe(204);
    expect(response.body).toEqual({});
    expect([=service].delete).toHaveBeenCalledWith(sample.id[=caller("delete")]);
  });

[/#if]
[#if resource.can.get]
  it('knows an id in capital letters', async () => {
    [=service].get.mockResolvedValue(sample);

    const response = await request(app).get(`/${sample.id.toUpperCase()}`);

    expect(response.status).toBe(200);
    expect([=service].get).toHaveBeenCalledWith(sample.id[=caller("get")]);
  });

[/#if]
[#if resource.can.get || resource.can.update || resource.can.delete]
  it.each(['one', '%00', '1; drop table x'])('refuses the id %s', async id => {
    const responses = [
[#if resource.can.get]
      await request(app).get(`/${id}`),
[/#if]
[#if resource.can.update]
      await request(app).patch(`/${id}`).send({}),
[/#if]
[#if resource.can.delete]
      await request(app).delete(`/${id}`),
[/#if]
    ];

    for (const { status, body } of responses) {
      expect(status).toBe(400);
      expect(body.error.message).toMatch(/^id: /);
    }
  });

[/#if]
  const routes = [
[#if resource.can.list]
    ['get', '/', undefined],
[/#if]
[#if resource.can.get]
    ['get', `/${sample.id}`, undefined],
[/#if]
[#if resource.can.create]
    ['post', '/', input],
[/#if]
[#if resource.can.update]
    ['patch', `/${sample.id}`, input],
[/#if]
[#if resource.can.delete]
    ['delete', `/${sample.id}`, undefined],
[/#if]
  ] as const;

  it.each(routes)('refuses %s %s without credentials', async (verb, path, body) => {
    const response = await request(app)
      [verb](path)
      .set('Authorization', mockCredentials.none.header())
      .send(body);

    expect(response.status).toBe(401);
    for (const method of Object.values([=service])) {
      expect(method).not.toHaveBeenCalled();
    }
  });

  it.each(routes)('answers %s %s with 500 when the database is down', async (verb, path, body) => {
    for (const method of Object.values([=service])) {
      method.mockRejectedValue(new Error('connection lost'));
    }

    const response = await request(app)[verb](path).send(body);

    expect(response.status).toBe(500);
  });

  it.each(routes)('serves %s %s to services', async (verb, path, body) => {
    const response = await request(app)
      [verb](path)
      .set('Authorization', mockCredentials.service.header())
      .send(body);

    expect(response.status).toBeLessThan(300);
  });
});
