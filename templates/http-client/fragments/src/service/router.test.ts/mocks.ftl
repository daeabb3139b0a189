import { ApiClient } from './ApiClient';
import { UpstreamService } from './UpstreamService';
  const [=checksPermissions?then('upstreamService', 'apiClient')] = { getStatus: jest.fn() };
