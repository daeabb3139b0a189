[#if checksPermissions]
import { BackstageCredentials, PermissionsService } from '@backstage/backend-plugin-api';
import { upstreamReadPermission } from '../permissions';
import { UpstreamStatus } from '../types';
import { ApiClient } from './ApiClient';
import { authorize } from './authorize';

export interface UpstreamServiceOptions {
  apiClient: ApiClient;
  permissions: PermissionsService;
}

/** Asks the upstream service for callers who may do so. */
export class UpstreamService {
  readonly #apiClient: ApiClient;
  readonly #permissions: PermissionsService;

  constructor(options: UpstreamServiceOptions) {
    this.#apiClient = options.apiClient;
    this.#permissions = options.permissions;
  }

  async getStatus(options: { credentials: BackstageCredentials }): Promise<UpstreamStatus> {
    await authorize(this.#permissions, upstreamReadPermission, options.credentials);
    return this.#apiClient.getStatus();
  }
}
[/#if]
