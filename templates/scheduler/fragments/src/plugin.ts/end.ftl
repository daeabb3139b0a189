import { readSchedule } from './tasks/readSchedule';
import { report } from './tasks/report';

        await scheduler.scheduleTask({
          ...readSchedule(config),
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
