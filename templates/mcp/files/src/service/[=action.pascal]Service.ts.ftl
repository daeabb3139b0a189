import { BackstageCredentials, LoggerService, PermissionsService } from '@backstage/backend-plugin-api';
import { [=action.camel]Permission } from '../permissions';
import { authorize } from './authorize';
import { CallerService } from './CallerService';
import { [=action.pascal]Input, [=action.pascal]Output } from './[=action.camel]Schemas';

export interface [=action.pascal]ServiceOptions {
  callers: CallerService;
  logger: LoggerService;
  permissions: PermissionsService;
}

/** Does what the action [=action.name] is for: so far, it answers what it was asked. */
export class [=action.pascal]Service {
  readonly #callers: CallerService;
  readonly #logger: LoggerService;
  readonly #permissions: PermissionsService;

  constructor(options: [=action.pascal]ServiceOptions) {
    this.#callers = options.callers;
    this.#logger = options.logger;
    this.#permissions = options.permissions;
  }

  async run(input: [=action.pascal]Input, options: { credentials: BackstageCredentials }): Promise<[=action.pascal]Output> {
    const { credentials } = options;
    await authorize(this.#permissions, [=action.camel]Permission, credentials);
    const caller = this.#callers.ref(credentials);
    this.#logger.info('Ran an action', { action: '[=action.name]', caller });
    return { ...input, caller };
  }
}
