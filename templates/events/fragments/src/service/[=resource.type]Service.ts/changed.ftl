    await this.#events.publish({
      topic: '[=plugin.id].[=resource.kebab]',
      eventPayload: { action: '[=verb]d', id[#if verb == "create"]: created.id[/#if] },
    });
