[#assign creates = resources?filter(each -> each.can.create)?has_content]
[#if resources?filter(each -> each.changes)?has_content]
import { AuditorService, AuditorServiceCreateEventOptions } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';

export interface AuditedOptions extends AuditorServiceCreateEventOptions {
  auditor: AuditorService;
}

[#if creates]
/**
 * Runs a change, and leaves a trace of who tried it and how it went. What only
 * the result tells goes into the trace of a success.
 */
[#else]
/** Runs a change, and leaves a trace of who tried it and how it went. */
[/#if]
export async function audited<T>(options: AuditedOptions, change: () => Promise<T>[#if creates], metaOf?: (result: T) => JsonObject[/#if]): Promise<T> {
  const { auditor, ...event } = options;
  const trace = await auditor.createEvent(event);
  let result: T;
  try {
    result = await change();
  } catch (error) {
    await trace.fail({ error: error instanceof Error ? error : new Error(String(error)) });
    throw error;
  }
  // Not within the try: what was done is no failure, even if that cannot be said.
  await trace.success([#if creates]metaOf && { meta: metaOf(result) }[/#if]);
  return result;
}
[/#if]
