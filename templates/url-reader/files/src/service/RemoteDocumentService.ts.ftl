import { isUtf8 } from 'node:buffer';
import { BackstageCredentials, LoggerService, PermissionsService, UrlReaderService, UrlReaderServiceReadUrlResponse } from '@backstage/backend-plugin-api';
import { InputError, isError, NotFoundError, NotModifiedError, ServiceUnavailableError, stringifyError } from '@backstage/errors';
import { remoteDocumentReadPermission } from '../permissions';
import { RemoteDocument } from '../types';
import { authorize } from './authorize';

const MAX_BYTES = 1024 * 1024;
const TIMEOUT_MS = 10_000;

export interface RemoteDocumentServiceOptions {
  logger: LoggerService;
  permissions: PermissionsService;
  urlReader: UrlReaderService;
}

/** A document, and the tag by which to ask whether it has changed. */
export interface TaggedDocument extends RemoteDocument {
  etag?: string;
}

/**
 * Reads documents with the rights of the backend, for callers with the
 * permission.
 */
export class RemoteDocumentService {
  readonly #logger: LoggerService;
  readonly #permissions: PermissionsService;
  readonly #urlReader: UrlReaderService;

  constructor(options: RemoteDocumentServiceOptions) {
    this.#logger = options.logger;
    this.#permissions = options.permissions;
    this.#urlReader = options.urlReader;
  }

  /** Throws a NotModifiedError if the document still has the given tag. */
  async read(request: { url: string; etag?: string }, options: { credentials: BackstageCredentials }): Promise<TaggedDocument> {
    await authorize(this.#permissions, remoteDocumentReadPermission, options.credentials);
    const { bytes, etag } = await this.#fetch(request.url, request.etag);
    if (bytes.length > MAX_BYTES) {
      throw new InputError(`The document is longer than ${MAX_BYTES} bytes`);
    }
    if (!isUtf8(bytes)) {
      throw new InputError('The document is not a text in UTF-8');
    }
    return { content: bytes.toString(), etag };
  }

  async #fetch(url: string, etag?: string): Promise<{ bytes: Buffer; etag?: string }> {
    try {
      const response = await this.#urlReader.readUrl(url, { etag, signal: AbortSignal.timeout(TIMEOUT_MS) });
      return { bytes: await firstBytes(response), etag: response.etag };
    } catch (error) {
      switch (isError(error) && error.name) {
        case 'NotModifiedError':
          throw new NotModifiedError();
        case 'NotFoundError':
          throw new NotFoundError(`There is no document at ${url}`);
        case 'NotAllowedError':
          throw new InputError(`The backend does not read from ${new URL(url).host}`);
        default: {
          // What a reader says of its hosts is not for callers.
          const { host, pathname } = new URL(url);
          const reason = withoutQueries(stringifyError(error));
          this.#logger.warn('Could not read a document', { host, path: pathname, reason });
          throw new ServiceUnavailableError('The document cannot be read now');
        }
      }
    }
  }
}

/** Readers name whole addresses, and the query of a signed one is a secret. */
function withoutQueries(text: string): string {
  return text.replace(/\?\S+/g, '?...');
}

/** The whole, unless it is too long: then it ends soon after the limit. */
async function firstBytes(response: UrlReaderServiceReadUrlResponse): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response.stream?.() ?? [await response.buffer()]) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_BYTES) {
      break;
    }
  }
  return Buffer.concat(chunks);
}
