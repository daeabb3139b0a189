[#if resource.changes]
    this.#auditor = options.auditor;
[/#if]
