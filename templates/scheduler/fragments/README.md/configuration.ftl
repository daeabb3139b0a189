
The task `[=plugin.id]-report` [#if keepsResources]counts what the plugin keeps and logs it[#else]logs that the plugin runs[/#if]. Without configuration it runs every hour, first one minute after the start, for 5 minutes at most, and in one instance of the backend at a time. Another schedule can be set, of which `frequency` and `timeout` are required. Without `initialDelay` a task whose frequency is a duration first runs at the start, and so does every one of scope `local`:

```yaml
[=plugin.camel]:
  schedule:
    frequency: { minutes: 30 } # or { cron: '0 2 * * *' }, or { trigger: manual }
    timeout: { minutes: 5 }
    initialDelay: { minutes: 1 }
    scope: global # or local, for each instance of the backend; not with a trigger
```

[#if tasks?has_content]
Each of these has a schedule of its own in the same form, and without it runs every hour as well:

| Task | Key of its schedule | What it does |
| --- | --- | --- |
[#list tasks as each]
| `[=plugin.id]-[=each.kebab]` | `[=plugin.camel].tasks.[=each.camel]` | Logs that it ran |
[/#list]

[/#if]
