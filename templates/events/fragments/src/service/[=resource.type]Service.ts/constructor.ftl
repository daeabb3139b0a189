    this.#events = options.events;
