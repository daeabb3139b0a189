    timeout: readTimeout(config),
