import { [=resource.type]Service } from './[=resource.type]Service';
  const [=resource.var]Service = {
    list: jest.fn(),
    get: jest.fn(),
    create: jest.fn(),
    update: jest.fn(),
    delete: jest.fn(),
  };
