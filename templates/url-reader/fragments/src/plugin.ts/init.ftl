import { RemoteDocumentService } from './service/RemoteDocumentService';

        const remoteDocumentService = new RemoteDocumentService({ logger, permissions, urlReader });
