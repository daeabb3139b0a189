[#import "/callers.ftl" as callers]
[#assign needsCallers = callers.needed(resource)]
[#assign logs = callers.logs(resource)]
import { BackstageCredentials, LoggerService, PermissionsService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import express from 'express';
import { [=resource.type]Store } from '../database/[=resource.type]Store';
import { [=resource.var]CreatePermission, [=resource.var]DeletePermission, [=resource.var]ReadPermission, [=resource.var]UpdatePermission } from '../permissions';
[#list resource.fields as field]
[#if field.target??]
import { [=field.target.var]ReadPermission } from '../permissions';
[/#if]
[/#list]
import { [=resource.type], [=resource.type]Input, [=resource.type]List, [=resource.type]Patch, [=resource.type]Query } from '../types';
import { authorize, authorizeMany, authorizeOne } from './authorize';
import { CallerService } from './CallerService';
[#macro check permission]
[#if checksPermissions && decidesPerResource && permission != "Create"]
    await authorizeOne(this.#permissions, [=resource.var][=permission]Permission, id, options.credentials);
[#elseif checksPermissions]
    await authorize(this.#permissions, [=resource.var][=permission]Permission, options.credentials);
[/#if]
[/#macro]
[#macro references from given]
[#if checksPermissions]
[#list resource.fields as field]
[#if field.kind == "ref"]
[#local asked][#if decidesPerResource]authorizeOne(this.#permissions, [=field.target.var]ReadPermission, [=from].[=field.property], options.credentials)[#else]authorize(this.#permissions, [=field.target.var]ReadPermission, options.credentials)[/#if][/#local]
[#if given && !field.optional]
    await [=asked];
[#else]
    if ([=from].[=field.property]) {
      await [=asked];
    }
[/#if]
[/#if]
[/#list]
[/#if]
[/#macro]
[#function caller verb]
  [#return ", " + callers.asks(verb)?then("options", "_options") + ": { credentials: BackstageCredentials" + callers.traces(verb)?then("; request?: express.Request", "") + " }"]
[/#function]
[#macro change verb result]
[#local change][#nested][/#local]
[#local after]
[#if !audits]
    this.#logger.info('[=verb?cap_first]d [=resource.text]', { id[#if verb == "create"]: created.id[/#if], caller });
[/#if]
[@hole name="changed" verb=verb resource=resource/]
[/#local]
[#if !audits]
    const caller = this.#callers.ref(options.credentials);
[/#if]
[#if after?has_content]
    [#if verb != "delete"]const [=result] = [#if verb == "create"]await [/#if][/#if][=change];
[=after]
    [#if verb != "delete"]return [=result];[/#if]
[#else]
    [#if verb != "delete"]return [/#if][=change];
[/#if]
[@hole name="end" verb=verb resource=resource/]
[/#macro]

export interface [=resource.type]ServiceOptions {
  store: [=resource.type]Store;
[#if needsCallers]
  callers: CallerService;
[/#if]
[#if logs]
  logger: LoggerService;
[/#if]
[#if checksPermissions]
  permissions: PermissionsService;
[/#if]
[@hole name="options"/]
}

[#if checksPermissions]
/**
 * What can be done with [=resource.many.text]. Every method decides with the
 * credentials of the caller, so that no way in has rules of its own.
 */
[#else]
/**
 * Reads and changes [=resource.many.text] for callers, in their names. Every
 * method is told who calls, whether or not it asks.
 */
[/#if]
export class [=resource.type]Service {
  readonly #store: [=resource.type]Store;
[#if needsCallers]
  readonly #callers: CallerService;
[/#if]
[#if logs]
  readonly #logger: LoggerService;
[/#if]
[#if checksPermissions]
  readonly #permissions: PermissionsService;
[/#if]
[@hole name="members"/]

  constructor(options: [=resource.type]ServiceOptions) {
    this.#store = options.store;
[#if needsCallers]
    this.#callers = options.callers;
[/#if]
[#if logs]
    this.#logger = options.logger;
[/#if]
[#if checksPermissions]
    this.#permissions = options.permissions;
[/#if]
[@hole name="constructor"/]
  }

[#if resource.can.list]
  async list(query: [=resource.type]Query[=caller("list")]): Promise<[=resource.type]List> {
[#if decidesPerResource]
    const allowed = await authorizeMany(this.#permissions, [=resource.var]ReadPermission, this.#toCriteria, options.credentials);
[#else]
[@check "Read"/]
[/#if]
[#if keepsOwners]
    const owners = query.owned ? (await this.#callers.whoami(options)).ownershipEntityRefs : undefined;
[/#if]
    return this.#store.list(query[#if keepsOwners], owners[/#if][#if decidesPerResource], allowed[/#if]);
  }

[/#if]
[#if resource.can.get]
  async get(id: string[=caller("get")]): Promise<[=resource.type]> {
[@check "Read"/]
    return found(id, await this.#store.get(id));
  }

[/#if]
[#if resource.can.create]
  async create(input: [=resource.type]Input[=caller("create")]): Promise<[=resource.type]> {
[@hole name="begin" verb="create" resource=resource/]
[@check "Create"/]
[@references "input" true/]
[#if keepsOwners]
    const owner = await this.#callers.ownerFor(input.owner, options.credentials);
[/#if]
[@change "create", "created"]this.#store.insert([#if keepsOwners]{ ...input, owner }[#else]input[/#if], caller)[/@change]
  }

[/#if]
[#if resource.can.update]
  async update(id: string, patch: [=resource.type]Patch[=caller("update")]): Promise<[=resource.type]> {
[@hole name="begin" verb="update" resource=resource/]
[@check "Update"/]
    if (Object.keys(patch).length === 0) {
      throw new InputError('There is nothing to change');
    }
[@references "patch" false/]
[#if keepsOwners]
    if (patch.owner !== undefined) {
      await this.#callers.ownerFor(patch.owner, options.credentials);
    }
[/#if]
[@change "update", "updated"]found(id, await this.#store.update(id, patch))[/@change]
  }

[/#if]
[#if resource.can.delete]
  async delete(id: string[=caller("delete")]): Promise<void> {
[@hole name="begin" verb="delete" resource=resource/]
[@check "Delete"/]
[@change "delete", ""]found(id, (await this.#store.delete(id)) || undefined)[/@change]
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
