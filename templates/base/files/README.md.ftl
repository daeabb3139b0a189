# [=plugin.title] backend plugin

[=plugin.description.markdown]

## Installation

Make the package a dependency of `packages/backend`, and add it in `packages/backend/src/index.ts`:

```ts
backend.add(import('[=plugin.package]'));
```

## HTTP API

All paths are below `/api/[=plugin.id]`. Everything except the health check needs a Backstage token.

| Method and path | What it does |[#if checksPermissions] Permission |[/#if]
| --- | --- |[#if checksPermissions] --- |[/#if]
| `GET /health` | Answers `{"status":"ok"}`, without a token |[#if checksPermissions] |[/#if]
| `GET /whoami` | The caller's reference, and the references that the caller owns through |[#if checksPermissions] |[/#if]
[#if !keepsResources]
| `POST /ownership` | Those of the given `entityRefs` that the caller is or belongs to |[#if checksPermissions] `[=plugin.id].ownership.read` |[/#if]
[/#if]
[@hole name="routes"/]
[#list routes as each]
| `[=each.method] [=each.path]` | [#if each.hasQuery]What it was asked, such as `search`, and who asked[#elseif each.hasBody]Takes a `note`, and answers it with who sent it[#else]Leaves a trace in the log[/#if] | `[=plugin.id].[=each.permission.name]` |
[/#list]

[@hole name="shapes"/]
Errors have Backstage's form: `400` for input that does not fit, `401` without a token, [#if checksPermissions]`403` without the permission[#else]`403` for callers that are neither users nor services[/#if][#if keepsResources], `404` for what is not there, `409` for what is taken or still referred to[/#if].

[@hole name="permissions"/]
[@hole name="actions"/]
## Configuration

[#if !hasConfiguration]
The plugin has no configuration of its own.
[/#if]

[@hole name="configuration"/]

## Development

`yarn start` in this folder runs the plugin alone, with mocked authentication[#if keepsResources] and a database in memory[/#if]:

```bash
curl localhost:7007/api/[=plugin.id]/whoami
[#if !keepsResources]
curl -X POST localhost:7007/api/[=plugin.id]/ownership -H 'Content-Type: application/json' -d '{"entityRefs": ["user:default/mock"]}'
[/#if]
[@hole name="try"/]
```

In the whole backend a request needs a token, for example that of a guest:

```bash
TOKEN=$(curl -s -X POST localhost:7007/api/auth/guest/refresh | jq -r .backstageIdentity.token)
curl localhost:7007/api/[=plugin.id]/whoami -H "Authorization: Bearer $TOKEN"
```

`yarn test` runs the tests[#if keepsResources] on SQLite, and on PostgreSQL 14 and 18 where Docker or a connection string in `BACKSTAGE_TEST_DATABASE_POSTGRES14_CONNECTION_STRING` and `BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING` provides them[/#if].
[@hole name="development"/]
