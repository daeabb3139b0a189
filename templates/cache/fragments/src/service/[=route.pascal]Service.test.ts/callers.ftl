      cache: mockServices.cache.mock(),
      logger: mockServices.logger.mock(),
