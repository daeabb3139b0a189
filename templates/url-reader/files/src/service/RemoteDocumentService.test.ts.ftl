import { Readable } from 'node:stream';
import { UrlReaderServiceReadUrlResponse } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError, NotFoundError, NotModifiedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { remoteDocumentReadPermission } from '../permissions';
import { RemoteDocumentService } from './RemoteDocumentService';

describe('RemoteDocumentService', () => {
  const url = 'https://docs.example.com/guide.md';
  const credentials = mockCredentials.user('user:default/ann');
  const logger = mockServices.logger.mock();
  const permissions = mockServices.permissions.mock();
  const urlReader = mockServices.urlReader.mock();
  const remoteDocumentService = new RemoteDocumentService({ logger, permissions, urlReader });
  const read = (etag?: string) => remoteDocumentService.read({ url, etag }, { credentials });

  const streamed = (...chunks: Buffer[]): UrlReaderServiceReadUrlResponse => ({
    buffer: async () => Buffer.concat(chunks),
    stream: () => Readable.from(chunks),
  });

  beforeEach(() => {
    jest.resetAllMocks();
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.ALLOW }]);
  });

  it('reads a text and its tag', async () => {
    urlReader.readUrl.mockResolvedValue({ buffer: async () => Buffer.from('Grüße'), etag: 'v1' });

    await expect(read()).resolves.toEqual({ content: 'Grüße', etag: 'v1' });
    expect(urlReader.readUrl).toHaveBeenCalledWith(url, { etag: undefined, signal: expect.any(AbortSignal) });
  });

  it('puts the pieces of a stream together', async () => {
    const bytes = Buffer.from('Grüße');
    urlReader.readUrl.mockResolvedValue(streamed(bytes.subarray(0, 3), bytes.subarray(3)));

    await expect(read()).resolves.toEqual({ content: 'Grüße', etag: undefined });
  });

  it('asks only for what has changed', async () => {
    urlReader.readUrl.mockRejectedValue(new NotModifiedError());

    await expect(read('v1')).rejects.toThrow(NotModifiedError);
    expect(urlReader.readUrl).toHaveBeenCalledWith(url, expect.objectContaining({ etag: 'v1' }));
  });

  it('reads up to the limit', async () => {
    urlReader.readUrl.mockResolvedValue(streamed(Buffer.alloc(1024 * 1024, 'a')));

    await expect(read()).resolves.toMatchObject({ content: expect.stringMatching(/^a{1048576}$/) });
  });

  it('leaves a stream that is too long', async () => {
    let read100Kilobytes = 0;
    const endless = Readable.from(
      (function* chunks() {
        for (;;) {
          read100Kilobytes++;
          yield Buffer.alloc(100 * 1024);
        }
      })(),
    );
    urlReader.readUrl.mockResolvedValue({ buffer: jest.fn(), stream: () => endless });

    await expect(read()).rejects.toThrow('The document is longer than 1048576 bytes');
    expect(endless.destroyed).toBe(true);
    expect(read100Kilobytes).toBeLessThan(100);
  });

  it('refuses a file that is too long where there is no stream', async () => {
    urlReader.readUrl.mockResolvedValue({ buffer: async () => Buffer.alloc(1024 * 1024 + 1) });

    await expect(read()).rejects.toMatchObject({ name: 'InputError' });
  });

  it('refuses what is no text', async () => {
    urlReader.readUrl.mockResolvedValue(streamed(Buffer.from([0x89, 0x50, 0x4e, 0x47])));

    await expect(read()).rejects.toThrow('The document is not a text in UTF-8');
  });

  it.each([
    [new NotFoundError('404 of storage-7.internal'), 'NotFoundError', 'There is no document at https://docs.example.com/guide.md'],
    [new NotAllowedError('See backend.reading.allow'), 'InputError', 'The backend does not read from docs.example.com'],
    [new Error('500 of storage-7.internal'), 'ServiceUnavailableError', 'The document cannot be read now'],
    ['no error at all', 'ServiceUnavailableError', 'The document cannot be read now'],
  ])('tells of %s as the caller needs it', async (error, name, message) => {
    urlReader.readUrl.mockRejectedValue(error);

    await expect(read()).rejects.toMatchObject({ name, message, cause: undefined });
  });

  it('tells the log why there is nothing', async () => {
    const broken = new Readable({
      read() {
        this.destroy(new Error('Reset by storage-7.internal'));
      },
    });
    urlReader.readUrl.mockResolvedValue({ buffer: jest.fn(), stream: () => broken });

    await expect(read()).rejects.toThrow('The document cannot be read now');
    expect(logger.warn).toHaveBeenCalledWith('Could not read a document', {
      host: 'docs.example.com',
      path: '/guide.md',
      reason: 'Error: Reset by storage-7.internal',
    });
  });

  it('keeps the query of a signed address out of the log', async () => {
    const signed = `${url}?signature=secret&expires=1`;
    urlReader.readUrl.mockRejectedValue(new Error(`could not read ${signed}, 403 Forbidden`));

    await expect(remoteDocumentService.read({ url: signed }, { credentials })).rejects.toThrow('The document cannot be read now');
    expect(logger.warn).toHaveBeenCalledWith('Could not read a document', {
      host: 'docs.example.com',
      path: '/guide.md',
      reason: 'Error: could not read https://docs.example.com/guide.md?... 403 Forbidden',
    });
  });

  it('reads nothing that the permission policy denies to the caller', async () => {
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);

    await expect(read()).rejects.toThrow("Missing permission '[=plugin.id].remote-document.read'");
    expect(permissions.authorize).toHaveBeenCalledWith([{ permission: remoteDocumentReadPermission }], { credentials });
    expect(urlReader.readUrl).not.toHaveBeenCalled();
  });
});
