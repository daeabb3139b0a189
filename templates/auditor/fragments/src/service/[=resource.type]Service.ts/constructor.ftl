    this.#auditor = options.auditor;
