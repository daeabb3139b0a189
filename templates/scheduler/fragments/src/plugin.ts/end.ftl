import { readSchedule } from './tasks/readSchedule';
import { report } from './tasks/report';

        await scheduler.scheduleTask({
          ...readSchedule(config, '[=plugin.camel].schedule'),
          id: '[=plugin.id]-report',
          fn: signal =>
            [@hole name="taskBegin"/]report({
              logger,
[#if keepsResources]
              stores: { [#list resources as resource][=resource.many.camel]: [=resource.var]Store[#sep], [/#sep][/#list] },
[/#if]
              signal,
            })[@hole name="taskEnd"/],
        });
[#list tasks as each]
import { [=each.camel]Task } from './tasks/[=each.camel]Task';
        await scheduler.scheduleTask({
          ...readSchedule(config, '[=plugin.camel].tasks.[=each.camel]'),
          id: '[=plugin.id]-[=each.kebab]',
          fn: signal => [@hole name="taskBegin"/][=each.camel]Task({ logger, signal })[@hole name="taskEnd"/],
        });
[/#list]
