curl -X POST localhost:7007/api/[=plugin.id]/[=resource.many.kebab] -H 'Content-Type: application/json' -d '{"title": "One"}'
curl localhost:7007/api/[=plugin.id]/[=resource.many.kebab]
