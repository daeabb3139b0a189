import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import request from 'supertest';
import untidyPlugin from '.';

describe('untidyPlugin', () => {
  async function start() {
    const { server } = await startTestBackend({ features: [untidyPlugin] });
    return server;
  }

  it('is known to be alive by anybody', async () => {
    const response = await request(await start())
      .get('/api/untidy/health')
      .set('Authorization', mockCredentials.none.header());
    expect(response.status).toBe(200);
    expect(response.body).toEqual({ status: 'ok' });
  });

  it('is closed to those without a token', async () => {
    const response = await request(await start())
      .get('/api/untidy/notes')
      .set('Authorization', mockCredentials.none.header());
    expect(response.status).toBe(401);
  });

  it('keeps notes', async () => {
    const server = await start();
    const created = await request(server)
      .post('/api/untidy/notes')
      .send({ text: 'Remember the milk' });
    expect(created.status).toBe(201);
    const listed = await request(server).get('/api/untidy/notes');
    expect(listed.body).toEqual({ items: [created.body] });
  });

  it('refuses what is no note', async () => {
    const response = await request(await start())
      .post('/api/untidy/notes')
      .send({ text: '' });
    expect(response.status).toBe(400);
    expect(response.body.error).toMatchObject({ name: 'InputError' });
  });

  it('knows who asks', async () => {
    const response = await request(await start()).get('/api/untidy/me');
    expect(response.body).toMatchObject({
      userEntityRef: mockCredentials.user().principal.userEntityRef,
    });
  });
});
