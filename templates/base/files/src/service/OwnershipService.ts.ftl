[#if !keepsResources]
import { BackstageCredentials[#if checksPermissions], PermissionsService[/#if] } from '@backstage/backend-plugin-api';
import { ownershipReadPermission } from '../permissions';
import { authorize } from './authorize';
import { CallerService } from './CallerService';
import { Ownership, OwnershipInput } from '../types';

export interface OwnershipServiceOptions {
  callers: CallerService;
[#if checksPermissions]
  permissions: PermissionsService;
[/#if]
}

/** Tells which entities own things on behalf of the caller. */
export class OwnershipService {
  readonly #callers: CallerService;
[#if checksPermissions]
  readonly #permissions: PermissionsService;
[/#if]

  constructor(options: OwnershipServiceOptions) {
    this.#callers = options.callers;
[#if checksPermissions]
    this.#permissions = options.permissions;
[/#if]
  }

  /** Those of the given entities that the caller is or belongs to. */
  async owned(input: OwnershipInput, options: { credentials: BackstageCredentials }): Promise<Ownership> {
    const { credentials } = options;
[#if checksPermissions]
    await authorize(this.#permissions, ownershipReadPermission, credentials);
[/#if]
    const { ownershipEntityRefs } = await this.#callers.whoami({ credentials });
    return {
      owned: input.entityRefs.filter(ref => ownershipEntityRefs.includes(ref)),
    };
  }
}
[/#if]
