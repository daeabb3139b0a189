import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { z } from '[=zod]';
import { CallerService } from './CallerService';
import { OwnershipService } from './OwnershipService';
import { parse } from './parse';
import { ownershipInput } from './schemas';

export interface RouterOptions {
  httpAuth: HttpAuthService;
[#list routerOptions as option]
  [=option.name]: [=option.type];
[/#list]
}

export async function createRouter(options: RouterOptions): Promise<express.Router> {
  const { httpAuth[#list routerOptions as option], [=option.name][/#list] } = options;

  const router = Router();
[@hole name="before"/]
  router.use(express.json());

  router.get('/health', (_req, res) => {
    res.json({ status: 'ok' });
  });

  router.get('/whoami', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user', 'service'] });
    res.json(await callers.whoami({ credentials }));
  });

[#if !keepsResources]
  router.post('/ownership', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user', 'service'] });
    const input = parse(ownershipInput(z), req.body);
    res.json(await ownershipService.owned(input, { credentials }));
  });

[/#if]
[@hole name="routes"/]
[#list routes as each]
import { create[=each.pascal]Router } from './[=each.camel]Router';
import { [=each.pascal]Service } from './[=each.pascal]Service';
  router.use(create[=each.pascal]Router({ httpAuth, [=each.camel]Service }));
[/#list]

  return router;
}
