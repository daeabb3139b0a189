import { createRemoteDocumentRouter } from './remoteDocumentRouter';
import { RemoteDocumentService } from './RemoteDocumentService';
  router.use('/document', createRemoteDocumentRouter({ httpAuth, remoteDocumentService }));

