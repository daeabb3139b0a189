curl -X POST localhost:7007/api/[=plugin.id]/.backstage/scheduler/v1/tasks/[=plugin.id]-report/trigger
[#list tasks as each]
curl -X POST localhost:7007/api/[=plugin.id]/.backstage/scheduler/v1/tasks/[=plugin.id]-[=each.kebab]/trigger
[/#list]
