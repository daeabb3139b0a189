import { BackstageCredentials, LoggerService, PermissionsService } from '@backstage/backend-plugin-api';
import { [=route.permission.var]Permission } from '../permissions';
import { [=route.pascal]Input, [=route.pascal]Output } from '../types';
import { authorize } from './authorize';
import { CallerService } from './CallerService';

export interface [=route.pascal]ServiceOptions {
  callers: CallerService;
  logger: LoggerService;
  permissions: PermissionsService;
}

[#if route.answers]
/** Does what [=route.method] [=route.path] is for: so far, it answers what it was asked. */
[#else]
/** Does what [=route.method] [=route.path] is for: so far, it only leaves a trace. */
[/#if]
export class [=route.pascal]Service {
  readonly #callers: CallerService;
  readonly #logger: LoggerService;
  readonly #permissions: PermissionsService;

  constructor(options: [=route.pascal]ServiceOptions) {
    this.#callers = options.callers;
    this.#logger = options.logger;
    this.#permissions = options.permissions;
  }

  async run([#if route.hasInput]input: [=route.pascal]Input, [/#if]options: { credentials: BackstageCredentials }): Promise<[#if route.answers][=route.pascal]Output[#else]void[/#if]> {
    const { credentials } = options;
    await authorize(this.#permissions, [=route.permission.var]Permission, credentials);
    const caller = this.#callers.ref(credentials);
    this.#logger.[=route.hasQuery?then("debug", "info")]('Served a route', { [#if route.hasInput && !route.answers]...input, [/#if]route: '[=route.method] [=route.path]', caller });
[#if route.answers]
    return { ...input, caller };
[/#if]
  }
}
