import { mockCredentials, mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import express from 'express';
import request from 'supertest';
import { toEntityTag } from './entityTag';
import { RemoteDocumentService } from './RemoteDocumentService';
import { createRemoteDocumentRouter } from './remoteDocumentRouter';

describe('createRemoteDocumentRouter', () => {
  const url = 'https://docs.example.com/guide.md?at=main';
  const remoteDocumentService = { read: jest.fn() };
  let app: express.Express;

  beforeEach(() => {
    jest.resetAllMocks();
    const router = createRemoteDocumentRouter({
      httpAuth: mockServices.httpAuth(),
      remoteDocumentService: remoteDocumentService as unknown as RemoteDocumentService,
    });
    app = express().use(router).use(mockErrorHandler());
  });

  it('answers with a text that no browser runs', async () => {
    const content = '<script>alert(1)</script>';
    remoteDocumentService.read.mockResolvedValue({ content });

    const response = await request(app).get('/').query({ url });

    expect(response.status).toBe(200);
    expect(response.type).toBe('application/json');
    expect(response.get('Cache-Control')).toBe('private, no-cache');
    expect(response.body).toEqual({ content });
    expect(remoteDocumentService.read).toHaveBeenCalledWith({ url }, { credentials: mockCredentials.user() });
  });

  it('sends again only what has changed', async () => {
    remoteDocumentService.read.mockResolvedValueOnce({ content: 'One', etag: 'W/"v1"' });
    remoteDocumentService.read.mockRejectedValueOnce(new NotModifiedError());

    const first = await request(app).get('/').query({ url });
    const tag = first.get('ETag')!;
    const second = await request(app).get('/').query({ url }).set('If-None-Match', tag);

    expect(tag).toBe(toEntityTag('W/"v1"'));
    expect(remoteDocumentService.read).toHaveBeenLastCalledWith({ url, etag: 'W/"v1"' }, { credentials: mockCredentials.user() });
    expect(second.status).toBe(304);
    expect(second.get('ETag')).toBe(tag);
    expect(second.get('Cache-Control')).toBe(first.get('Cache-Control'));
    expect(second.text).toBe('');
  });

  it('sends what has changed with its new tag', async () => {
    remoteDocumentService.read.mockResolvedValue({ content: 'Two', etag: 'v2' });

    const response = await request(app).get('/').query({ url }).set('If-None-Match', toEntityTag('v1'));

    expect(response.status).toBe(200);
    expect(response.body).toEqual({ content: 'Two' });
    expect(response.get('ETag')).toBe(toEntityTag('v2'));
  });

  it('asks for an address in one form, which can be written into a log', async () => {
    remoteDocumentService.read.mockResolvedValue({ content: 'One' });

    await request(app).get('/').query({ url: ' HTTPS://Docs.example.com/a\tb\r\n[warn] c?d\ne#f\ng ' }).expect(200);

    expect(remoteDocumentService.read).toHaveBeenCalledWith(
      { url: 'https://docs.example.com/ab[warn]%20c?de#fg' },
      { credentials: mockCredentials.user() },
    );
  });

  it('hands errors on', async () => {
    remoteDocumentService.read.mockRejectedValue(new NotFoundError('There is no document'));

    const response = await request(app).get('/').query({ url }).set('If-None-Match', toEntityTag('v1'));

    expect(response.status).toBe(404);
    expect(response.body.error.name).toBe('NotFoundError');
  });

  it.each([
    {},
    { url: 'guide.md' },
    { url: 'https://' },
    { url: 'java\nscript:alert(1)' },
    { url: 'file:///etc/passwd' },
    { url: 'ftp://docs.example.com/guide.md' },
    { url: 'https://ann:secret@docs.example.com/guide.md' },
    { url: 'https:/\n/ann@docs.example.com/guide.md' },
    { url: `https://docs.example.com/${'a'.repeat(2000)}` },
    { url: ['https://docs.example.com', 'https://other.example.com'] },
    { url, token: 'secret' },
  ])('refuses to read %j', async query => {
    const response = await request(app).get('/').query(query);

    expect(response.status).toBe(400);
    expect(response.body.error.name).toBe('InputError');
    expect(remoteDocumentService.read).not.toHaveBeenCalled();
  });

  it('reads nothing for callers without credentials', async () => {
    const response = await request(app).get('/').query({ url }).set('Authorization', mockCredentials.none.header());

    expect(response.status).toBe(401);
    expect(remoteDocumentService.read).not.toHaveBeenCalled();
  });
});
