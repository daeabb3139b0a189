    this.#cache = options.cache;
    this.#logger = options.logger;
