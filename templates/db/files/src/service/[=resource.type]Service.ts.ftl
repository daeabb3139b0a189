import { BackstageCredentials, PermissionsService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import { [=resource.type]Store } from '../database/[=resource.type]Store';
import { [=resource.var]CreatePermission, [=resource.var]DeletePermission, [=resource.var]ReadPermission, [=resource.var]UpdatePermission } from '../permissions';
import { [=resource.type], [=resource.type]Input, [=resource.type]List, [=resource.type]Patch, [=resource.type]Query } from '../types';
import { authorize } from './authorize';
import { CallerService } from './CallerService';
[#macro check permission]
[#if checksPermissions]
    await authorize(this.#permissions, [=resource.var][=permission]Permission, options.credentials);
[/#if]
[/#macro]
[#assign caller][#if checksPermissions], options: { credentials: BackstageCredentials }[/#if][/#assign]

export interface [=resource.type]ServiceOptions {
  store: [=resource.type]Store;
[#if resource.can.create]
  callers: CallerService;
[/#if]
[#if checksPermissions]
  permissions: PermissionsService;
[/#if]
}

[#if checksPermissions]
/**
 * What can be done with [=resource.many.text]. Every method decides with the
 * credentials of the caller, so that no way in has rules of its own.
 */
[#else]
/** Reads and changes [=resource.many.text] for callers, in their names. */
[/#if]
export class [=resource.type]Service {
  readonly #store: [=resource.type]Store;
[#if resource.can.create]
  readonly #callers: CallerService;
[/#if]
[#if checksPermissions]
  readonly #permissions: PermissionsService;
[/#if]

  constructor(options: [=resource.type]ServiceOptions) {
    this.#store = options.store;
[#if resource.can.create]
    this.#callers = options.callers;
[/#if]
[#if checksPermissions]
    this.#permissions = options.permissions;
[/#if]
  }

[#if resource.can.list]
  async list(query: [=resource.type]Query[=caller]): Promise<[=resource.type]List> {
[@check "Read"/]
    return this.#store.list(query);
  }

[/#if]
[#if resource.can.get]
  async get(id: string[=caller]): Promise<[=resource.type]> {
[@check "Read"/]
    return found(id, await this.#store.get(id));
  }

[/#if]
[#if resource.can.create]
  async create(input: [=resource.type]Input, options: { credentials: BackstageCredentials }): Promise<[=resource.type]> {
[@check "Create"/]
    return this.#store.insert(input, this.#callers.ref(options.credentials));
  }

[/#if]
[#if resource.can.update]
  async update(id: string, patch: [=resource.type]Patch[=caller]): Promise<[=resource.type]> {
[@check "Update"/]
    if (Object.keys(patch).length === 0) {
      throw new InputError('There is nothing to change');
    }
    return found(id, await this.#store.update(id, patch));
  }

[/#if]
[#if resource.can.delete]
  async delete(id: string[=caller]): Promise<void> {
[@check "Delete"/]
    found(id, (await this.#store.delete(id)) || undefined);
  }
[/#if]
}
[#if resource.can.get || resource.can.update || resource.can.delete]

function found<T>(id: string, value: T | undefined): T {
  if (value === undefined) {
    throw new NotFoundError(`No [=resource.text] with id '${id}'`);
  }
  return value;
}
[/#if]
