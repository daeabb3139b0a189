[#import "/callers.ftl" as callers]
[#assign service = resource.var + "Service"]
[#macro credentials verb]
    [#if callers.asks(verb)]const credentials = [/#if]await httpAuth.credentials(req, { allow: ['user', 'service'] });
[/#macro]
[#function caller verb][#return callers.asks(verb)?then(", { credentials }", "")][/#function]
import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { z } from '[=zod]';
import { [=resource.type]Service } from './[=resource.type]Service';
import { [=resource.var]Input, [=resource.var]Patch, [=resource.var]Query } from './[=resource.var]Schemas';
import { parse } from './parse';
import { idParams } from './schemas';

export interface [=resource.type]RouterOptions {
  httpAuth: HttpAuthService;
  [=service]: [=resource.type]Service;
}

/** The routes below /[=resource.many.kebab]. */
export function create[=resource.type]Router(options: [=resource.type]RouterOptions): express.Router {
  const { httpAuth, [=service] } = options;

  const router = Router();

[#if resource.can.list]
  router.get('/', async (req, res) => {
[@credentials "list"/]
    const query = parse([=resource.var]Query(z), req.query);
    res.json(await [=service].list(query[=caller("list")]));
  });

[/#if]
[#if resource.can.get]
  router.get('/:id', async (req, res) => {
[@credentials "get"/]
    const { id } = parse(idParams(z), req.params);
    res.json(await [=service].get(id[=caller("get")]));
  });

[/#if]
[#if resource.can.create]
  router.post('/', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user', 'service'] });
    const input = parse([=resource.var]Input(z), req.body);
    const created = await [=service].create(input, { credentials });
    res.status(201).json(created);
  });

[/#if]
[#if resource.can.update]
  router.patch('/:id', async (req, res) => {
[@credentials "update"/]
    const { id } = parse(idParams(z), req.params);
    const patch = parse([=resource.var]Patch(z), req.body);
    res.json(await [=service].update(id, patch, { credentials }));
  });

[/#if]
[#if resource.can.delete]
  router.delete('/:id', async (req, res) => {
[@credentials "delete"/]
    const { id } = parse(idParams(z), req.params);
    await [=service].delete(id, { credentials });
    res.status(204).end();
  });

[/#if]
  return router;
}
