
The task `[=plugin.id]-report` [#if keepsResources]counts what the plugin keeps and logs it[#else]logs that the plugin runs[/#if]. Without configuration it runs every hour, first one minute after the start, for 5 minutes at most, and in one instance of the backend at a time. Another schedule can be set, of which `frequency` and `timeout` are required; without an `initialDelay` the task still waits one minute, so that not everything runs while the backend starts:

```yaml
[=plugin.camel]:
  schedule:
    frequency: { minutes: 30 } # or { cron: '0 2 * * *' }, or { trigger: manual }
    timeout: { minutes: 5 }
    initialDelay: { minutes: 1 }
    scope: global # or local, for each instance of the backend
```

