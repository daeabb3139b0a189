import { [=resource.type]Store } from './database/[=resource.type]Store';
import { [=resource.type]Service } from './service/[=resource.type]Service';
        const [=resource.var]Service = new [=resource.type]Service({
          store: await [=resource.type]Store.create(database),
          callers,
[#if checksPermissions]
          permissions,
[/#if]
        });
