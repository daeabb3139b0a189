import { BackstageCredentials, PermissionsService } from '@backstage/backend-plugin-api';
import { [=plugin.pascal]Config } from '../config';
import { settingsReadPermission } from '../permissions';
import { Settings } from '../types';
import { authorize } from './authorize';

export interface SettingsServiceOptions {
  config: [=plugin.pascal]Config;
[#if checksPermissions]
  permissions: PermissionsService;
[/#if]
}

/** Tells callers what is configured, and keeps what is secret. */
export class SettingsService {
  readonly #config: [=plugin.pascal]Config;
[#if checksPermissions]
  readonly #permissions: PermissionsService;
[/#if]

  constructor(options: SettingsServiceOptions) {
    this.#config = options.config;
[#if checksPermissions]
    this.#permissions = options.permissions;
[/#if]
  }

  async get([#if !checksPermissions]_[/#if]options: { credentials: BackstageCredentials }): Promise<Settings> {
[#if checksPermissions]
    await authorize(this.#permissions, settingsReadPermission, options.credentials);
[/#if]
    const { title, baseUrl, token } = this.#config;
    return { title, baseUrl, hasToken: token !== undefined };
  }
}
