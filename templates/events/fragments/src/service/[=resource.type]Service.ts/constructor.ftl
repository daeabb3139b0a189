[#if resource.changes]
    this.#events = options.events;
[/#if]
