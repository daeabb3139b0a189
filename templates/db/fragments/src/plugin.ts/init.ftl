[#import "/callers.ftl" as callers]
import { openDatabase } from './database/openDatabase';
[#list resources as resource]
import { [=resource.type]Store } from './database/[=resource.type]Store';
import { [=resource.type]Service } from './service/[=resource.type]Service';
[/#list]

        const client = await openDatabase(database);
[#list resources as resource]
[#if !resource?is_first]

[/#if]
        const [=resource.var]Store = new [=resource.type]Store(client);
[@hole name="stored" resource=resource/]
        const [=resource.var]Service = new [=resource.type]Service({
          store: [=resource.var]Store,
[#if callers.needed(resource)]
          callers,
[/#if]
[#if callers.logs(resource)]
          logger: logger.child({ component: '[=resource.kebab]-service' }),
[/#if]
[#if checksPermissions]
          permissions,
[/#if]
[@hole name="service" resource=resource/]
        });
[/#list]
