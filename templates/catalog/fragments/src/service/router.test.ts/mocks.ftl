import { EntityService } from './EntityService';
  const entityService = { get: jest.fn() };
