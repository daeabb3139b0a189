import { publish } from '../events/publish';
    await publish(
      {
        topic: '[=plugin.id].[=resource.kebab]',
        eventPayload: { action: '[=verb]d', id[#if verb == "create"]: created.id[/#if] },
      },
      { events: this.#events, logger: this.#logger },
    );
