import { RemoteDocumentService } from './RemoteDocumentService';
  const remoteDocumentService = { read: jest.fn() };
