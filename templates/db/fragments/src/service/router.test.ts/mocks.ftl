[#list resources as resource]
import { [=resource.type]Service } from './[=resource.type]Service';
[/#list]
[#list resources as resource]
  const [=resource.var]Service = { list: jest.fn(), get: jest.fn() };
[/#list]
