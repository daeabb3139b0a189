import {
  HttpAuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { randomUUID } from 'node:crypto';
import express from 'express';
import { z } from 'zod';
import { NoteStore } from './NoteStore';
import { noteCreatePermission } from './permissions';

const noteSchema = z.object({ text: z.string().min(1).max(200) });

export interface RouterOptions {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  store: NoteStore;
  userInfo: UserInfoService;
}

export async function createRouter(
  options: RouterOptions,
): Promise<express.Router> {
  const { httpAuth, permissions, store, userInfo } = options;
  const router = express.Router();

  router.get('/health', (_req, res) => {
    res.json({ status: 'ok' });
  });

  router.get('/me', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(await userInfo.getUserInfo(credentials));
  });

  router.get('/api/untidy/notes', async (req, res) => {
    await httpAuth.credentials(req);
    res.json({ items: await store.list() });
  });

  // The comment of somebody who cared.
  router.post('/notes', async (req, res) => {
    const parsed = noteSchema.safeParse(req.body);
    if (!parsed.success) {
      res.status(400).json({ error: parsed.error.message });
      return;
    }
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const [decision] = await permissions.authorize(
      [{ permission: noteCreatePermission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.DENY) {
      res.status(403).json({ error: 'not allowed' });
      return;
    }
    const note = await store.create({ id: randomUUID(), ...parsed.data });
    res.status(201).json(note);
  });

  return router;
}
