import { mockCredentials, mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { CallerService } from './CallerService';
import { OwnershipService } from './OwnershipService';
import { createRouter } from './router';

[@hole name="samples"/]
describe('createRouter', () => {
  const callers = { whoami: jest.fn() };
[#if !keepsResources]
  const ownershipService = { owned: jest.fn() };
[/#if]
[@hole name="mocks"/]
[#list routes as each]
import { [=each.pascal]Service } from './[=each.pascal]Service';
  const [=each.camel]Service = { run: jest.fn() };
[/#list]
  let app: express.Express;

  beforeEach(async () => {
    jest.resetAllMocks();
    const router = await createRouter({
      httpAuth: mockServices.httpAuth(),
[#list routerOptions as option]
      [=option.name]: [=option.name] as unknown as [=option.type],
[/#list]
    });
    app = express().use(router).use(mockErrorHandler());
  });

  it('tells callers who they are', async () => {
    const caller = { ref: 'user:default/mock', ownershipEntityRefs: [] };
    callers.whoami.mockResolvedValue(caller);

    const response = await request(app).get('/whoami');

    expect(response.status).toBe(200);
    expect(response.body).toEqual(caller);
    expect(callers.whoami).toHaveBeenCalledWith({ credentials: mockCredentials.user() });
  });

  it('refuses callers without credentials', async () => {
    const response = await request(app).get('/whoami').set('Authorization', mockCredentials.none.header());

    expect(response.status).toBe(401);
    expect(callers.whoami).not.toHaveBeenCalled();
  });
[#if !keepsResources]

  it('asks with the credentials of the caller', async () => {
    const answer = { owned: ['group:default/team-a'] };
    ownershipService.owned.mockResolvedValue(answer);

    const response = await request(app)
      .post('/ownership')
      .send({ entityRefs: ['Group:default/Team-A'] });

    expect(response.status).toBe(200);
    expect(response.body).toEqual(answer);
    expect(ownershipService.owned).toHaveBeenCalledWith(
      { entityRefs: ['group:default/team-a'] },
      { credentials: mockCredentials.user() },
    );
  });

  it.each([{}, { entityRefs: [] }, { entityRefs: 'team-a' }, { entityRefs: ['team-a'] }])(
    'refuses the body %j',
    async body => {
      const response = await request(app).post('/ownership').send(body);

      expect(response.status).toBe(400);
      expect(response.body.error.name).toBe('InputError');
      expect(response.body.error.message).toContain('entityRefs');
      expect(ownershipService.owned).not.toHaveBeenCalled();
    },
  );

  it('refuses a body that is no object', async () => {
    const response = await request(app).post('/ownership').set('Content-Type', 'application/json').send('[]');

    expect(response.status).toBe(400);
    expect(response.body.error.message).toMatch(/^input: /);
  });
[/#if]
[@hole name="cases"/]
[#list routes as each]

  it('serves [=each.method] [=each.path]', async () => {
    [=each.camel]Service.run.mockResolvedValue({});

    const response = await request(app).[=each.call]('[=each.example]')[#if each.hasBody].send({ note: 'Sample' })[/#if];

    expect(response.status).toBe([=each.status]);
    expect([=each.camel]Service.run).toHaveBeenCalledTimes(1);
  });
[/#list]
});
