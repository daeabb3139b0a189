[#list resources as resource]
import { create[=resource.type]Router } from './[=resource.var]Router';
import { [=resource.type]Service } from './[=resource.type]Service';
[/#list]
[#list resources as resource]
  router.use('/[=resource.many.kebab]', create[=resource.type]Router({ httpAuth, [=resource.var]Service }));
[/#list]

