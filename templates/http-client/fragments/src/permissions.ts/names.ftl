  upstreamReadPermission,
