curl localhost:7007/api/[=plugin.id]/entities/component/default/example
