import { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod/v3';
import { CallerService } from './CallerService';
import { OwnershipService } from './OwnershipService';
import { ownershipInput } from './schemas';

const allow: Array<'user' | 'service'> = ['user', 'service'];

export interface RouterOptions {
  httpAuth: HttpAuthService;
[#list routerOptions as option]
  [=option.name]: [=option.type];
[/#list]
}

export async function createRouter(options: RouterOptions): Promise<express.Router> {
  const { httpAuth[#list routerOptions as option], [=option.name][/#list] } = options;

  const router = Router();
  router.use(express.json());

  router.get('/health', (_req, res) => {
    res.json({ status: 'ok' });
  });

  router.get('/whoami', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    res.json(await callers.whoami({ credentials }));
  });

[#if !resource??]
  router.post('/ownership', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const input = parse(ownershipInput(z), req.body);
    res.json(await ownershipService.owned(input, { credentials }));
  });

[/#if]
[@hole name="routes"/]
  return router;
}

function parse<T>(schema: z.ZodType<T, z.ZodTypeDef, unknown>, input: unknown): T {
  const result = schema.safeParse(input);
  if (!result.success) {
    throw new InputError(
      result.error.issues.map(issue => `${issue.path.join('.') || 'input'}: ${issue.message}`).join('; '),
    );
  }
  return result.data;
}
