import { [=resource.type]Service } from './[=resource.type]Service';
import { parse } from './parse';
import { [=resource.var]Id, [=resource.var]Input, [=resource.var]Patch, pageInput } from './schemas';
[#assign path = "/" + resource.many.kebab]
[#assign service = resource.var + "Service"]
[#macro credentials]
    [#if checksPermissions]const credentials = [/#if]await httpAuth.credentials(req, { allow: ['user', 'service'] });
[/#macro]
[#assign caller][#if checksPermissions], { credentials }[/#if][/#assign]
  router.get('[=path]', async (req, res) => {
[@credentials/]
    const page = parse(pageInput(z), req.query);
    res.json(await [=service].list(page[=caller]));
  });

  router.get('[=path]/:id', async (req, res) => {
[@credentials/]
    const { id } = parse(z.object({ id: [=resource.var]Id(z) }), req.params);
    res.json(await [=service].get(id[=caller]));
  });

  router.post('[=path]', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user', 'service'] });
    const input = parse([=resource.var]Input(z), req.body);
    const created = await [=service].create(input, { credentials });
    res.status(201).json(created);
  });

  router.patch('[=path]/:id', async (req, res) => {
[@credentials/]
    const { id } = parse(z.object({ id: [=resource.var]Id(z) }), req.params);
    const patch = parse([=resource.var]Patch(z), req.body);
    res.json(await [=service].update(id, patch[=caller]));
  });

  router.delete('[=path]/:id', async (req, res) => {
[@credentials/]
    const { id } = parse(z.object({ id: [=resource.var]Id(z) }), req.params);
    await [=service].delete(id[=caller]);
    res.status(204).end();
  });

