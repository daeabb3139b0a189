[#import "/callers.ftl" as callers]
[#assign service = resource.var + "Service"]
[#macro credentials]
    const credentials = await httpAuth.credentials(req, { allow: ['user', 'service'] });
[/#macro]
[#function caller verb]
  [#return ", { credentials" + callers.traces(verb)?then(", request: req", "") + " }"]
[/#function]
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

  const schemas = {
[#if resource.can.list]
    query: [=resource.var]Query(z),
[/#if]
[#if resource.can.create]
    input: [=resource.var]Input(z),
[/#if]
[#if resource.can.update]
    patch: [=resource.var]Patch(z),
[/#if]
[#if resource.can.get || resource.can.update || resource.can.delete]
    params: idParams(z),
[/#if]
  };
  const router = Router();

[#if resource.can.list]
  router.get('/', async (req, res) => {
[@credentials/]
    const query = parse(schemas.query, req.query);
    res.json(await [=service].list(query[=caller("list")]));
  });

[/#if]
[#if resource.can.get]
  router.get('/:id', async (req, res) => {
[@credentials/]
    const { id } = parse(schemas.params, req.params);
    res.json(await [=service].get(id[=caller("get")]));
  });

[/#if]
[#if resource.can.create]
  router.post('/', async (req, res) => {
[@credentials/]
    const input = parse(schemas.input, req.body);
    const created = await [=service].create(input[=caller("create")]);
    res.status(201).json(created);
  });

[/#if]
[#if resource.can.update]
  router.patch('/:id', async (req, res) => {
[@credentials/]
    const { id } = parse(schemas.params, req.params);
    const patch = parse(schemas.patch, req.body);
    res.json(await [=service].update(id, patch[=caller("update")]));
  });

[/#if]
[#if resource.can.delete]
  router.delete('/:id', async (req, res) => {
[@credentials/]
    const { id } = parse(schemas.params, req.params);
    await [=service].delete(id[=caller("delete")]);
    res.status(204).end();
  });

[/#if]
  return router;
}
