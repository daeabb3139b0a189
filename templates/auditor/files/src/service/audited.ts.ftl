import { AuditorService, AuditorServiceEvent } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import express from 'express';

export interface AuditedOptions {
  auditor: AuditorService;
  eventId: string;
  severityLevel: 'low' | 'medium' | 'high' | 'critical';
  meta: JsonObject;
  /** Where the change came over HTTP: without it, the plugin is named as the actor. */
  request?: express.Request;
}

/** Runs a change, and leaves a trace of who tried it and how it went. */
export async function audited<T>(options: AuditedOptions, change: () => Promise<T>): Promise<T> {
  const { auditor, ...event } = options;
  const trace: AuditorServiceEvent = await auditor.createEvent(event);
  try {
    const result = await change();
    await trace.success();
    return result;
  } catch (error) {
    await trace.fail({ error: error instanceof Error ? error : new Error(String(error)) });
    throw error;
  }
}
