import { HttpAuthService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';
import { z } from '[=zod]';
import { fromEntityTag, toEntityTag } from './entityTag';
import { parse } from './parse';
import { RemoteDocumentService } from './RemoteDocumentService';
import { remoteDocumentQuery } from './schemas';

export interface RemoteDocumentRouterOptions {
  httpAuth: HttpAuthService;
  remoteDocumentService: RemoteDocumentService;
}

/** The route /document. */
export function createRemoteDocumentRouter(options: RemoteDocumentRouterOptions): express.Router {
  const { httpAuth, remoteDocumentService } = options;

  const router = Router();

  router.get('/', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user', 'service'] });
    const { url } = parse(remoteDocumentQuery(z), req.query);
    const known = fromEntityTag(req.header('If-None-Match'));

    res.set('Cache-Control', 'private, no-cache');
    try {
      const { content, etag } = await remoteDocumentService.read({ url, etag: known }, { credentials });
      if (etag) {
        res.set('ETag', toEntityTag(etag));
      }
      // As JSON, for nobody to take a page from elsewhere for one of ours.
      res.json({ content });
    } catch (error) {
      if (!known || !isError(error) || error.name !== 'NotModifiedError') {
        throw error;
      }
      // The error middleware would give it the tag of its own answer.
      res.status(304).set('ETag', toEntityTag(known)).end();
    }
  });

  return router;
}
