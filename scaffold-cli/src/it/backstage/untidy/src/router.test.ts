import { mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { NoteStore } from './NoteStore';
import { createRouter } from './router';

describe('createRouter', () => {
  it('says what went wrong', async () => {
    const store = { list: jest.fn(), create: jest.fn() };
    const app = express();
    app.use(
      await createRouter({
        httpAuth: mockServices.httpAuth(),
        permissions: mockServices.permissions(),
        store: store as Partial<NoteStore> as NoteStore,
        userInfo: mockServices.userInfo(),
      }),
    );
    const response = await request(app).post('/notes').send({ text: '' });
    expect(response.status).toBe(400);
    expect(store.create).not.toHaveBeenCalled();
  });
});
