[#assign who = keepsOwners?then('owner', 'createdBy')]
import { createPermissionResourceRef, createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from '[=zod]';
import { RESOURCE_TYPE_[=resource.snake?upper_case] } from '../permissions';
import { [=resource.type] } from '../types';

/** Those that one of these entities [=keepsOwners?then("owns", "created")]. */
export interface [=resource.type]Condition {
  [=who]: string[];
}

export const [=resource.var]ResourceRef = createPermissionResourceRef<[=resource.type], [=resource.type]Condition>().with({
  pluginId: '[=plugin.id]',
  resourceType: RESOURCE_TYPE_[=resource.snake?upper_case],
});

const [=keepsOwners?then("isOwner", "isCreator")] = createPermissionRule({
  name: '[=keepsOwners?then("IS_OWNER", "IS_CREATOR")]',
  description: 'Allow those who [=keepsOwners?then("own", "created")] the [=resource.text]',
  resourceRef: [=resource.var]ResourceRef,
  paramsSchema: z.object({
    [=who]: z.array(z.string()).describe('Entity references of which one has to be the [=keepsOwners?then("owner", "creator")]'),
  }),
  apply: ([=resource.var], { [=who] }) => [=who].includes([=resource.var].[=who]),
  toQuery: ({ [=who] }) => ({ [=who] }),
});

/** The rules that a policy can build its conditions of. */
export const [=resource.var]Rules = [[=keepsOwners?then("isOwner", "isCreator")]];
