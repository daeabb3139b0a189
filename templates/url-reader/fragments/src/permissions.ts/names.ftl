  remoteDocumentReadPermission,
