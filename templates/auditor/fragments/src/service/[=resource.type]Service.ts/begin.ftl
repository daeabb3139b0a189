import { audited } from './audited';
    const caller = this.#callers.ref(options.credentials);
    const trace = {
      auditor: this.#auditor,
      eventId: '[=resource.kebab]-[=verb]',
      severityLevel: '[#if verb == "delete"]high[#else]medium[/#if]',
      meta: { actionType: '[=verb]', caller[#if verb != "create"], id[/#if] },
      request: options.request,
    } as const;
    return audited(trace, async () => {
