[#if resource.can.list]
    this.#toCriteria = options.toCriteria;
[/#if]
