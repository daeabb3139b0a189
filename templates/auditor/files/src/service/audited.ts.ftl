import { AuditorService, AuditorServiceCreateEventOptions } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';

export interface AuditedOptions extends AuditorServiceCreateEventOptions {
  auditor: AuditorService;
}

/**
 * Runs a change, and leaves a trace of who tried it and how it went. What only
 * the result tells goes into the trace of a success.
 */
export async function audited<T>(options: AuditedOptions, change: () => Promise<T>, metaOf?: (result: T) => JsonObject): Promise<T> {
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
  await trace.success(metaOf && { meta: metaOf(result) });
  return result;
}
