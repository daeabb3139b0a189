curl localhost:7007/api/[=plugin.id]/settings
