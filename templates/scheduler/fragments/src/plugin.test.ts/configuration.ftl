schedule: { frequency: 'PT10M', timeout: 'PT1M', initialDelay: 'PT30S' },
[#if tasks?has_content]
tasks: { [#list tasks as each][=each.camel]: { frequency: 'PT20M', timeout: 'PT2M', initialDelay: 'PT30S' }, [/#list] },
[/#if]
