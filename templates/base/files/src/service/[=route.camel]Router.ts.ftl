[#assign given = route.parameters?has_content?then(["params"], []) + route.hasQuery?then(["query"], []) + route.hasBody?then(["body"], [])]
[#assign input][#if given?size == 1][=given[0]], [#elseif given?has_content]{ [#list given as each]...[=each][#sep], [/#sep][/#list] }, [/#if][/#assign]
import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { z } from '[=zod]';
import { [=route.pascal]Service } from './[=route.pascal]Service';
import { parse } from './parse';

[#if route.parameters?has_content]
const paramsSchema = z.object({
[#list route.parameters as parameter]
  [=parameter]: z.string().max(100).regex(/^[\w.~-]+$/, 'must be an identifier'),
[/#list]
});

[/#if]
[#if route.hasQuery]
const querySchema = z.object({
  search: z.string().trim().min(1).max(200).optional(),
}).strict();

[/#if]
[#if route.hasBody]
const bodySchema = z.object({
  note: z.string().trim().min(1).max(1000),
}).strict();

[/#if]
export interface [=route.pascal]RouterOptions {
  httpAuth: HttpAuthService;
  [=route.camel]Service: [=route.pascal]Service;
}

/** The route [=route.method] [=route.path]. */
export function create[=route.pascal]Router(options: [=route.pascal]RouterOptions): express.Router {
  const { httpAuth, [=route.camel]Service } = options;

  const router = Router();

  router.[=route.call]('[=route.path]', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user', 'service'] });
[#list given as each]
    const [=each] = parse([=each]Schema, req.[=each]);
[/#list]
[#if route.answers]
    const output = await [=route.camel]Service.run([=input]{ credentials });
    res[#if route.status != 200].status([=route.status])[/#if].json(output);
[#else]
    await [=route.camel]Service.run([=input]{ credentials });
    res.status([=route.status]).end();
[/#if]
  });

  return router;
}
