[#assign lists = resources?filter(resource -> resource.can.list)?has_content]
import { PermissionCriteria, ResourcePermission } from '@backstage/plugin-permission-common';
import { ConditionTransformer } from '@backstage/plugin-permission-node';

/** Throws unless the permission policy allows it to the caller for this one. */
export async function authorizeOne(permissions: PermissionsService, permission: ResourcePermission, resourceRef: string, credentials: BackstageCredentials): Promise<void> {
  const [decision] = await permissions.authorize([{ permission, resourceRef }], { credentials });
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(`Missing permission '${permission.name}'`);
  }
}

[#if lists]
/** What of all there is the policy allows to the caller: what meets the criteria, or everything without any. */
export async function authorizeMany<T>(
  permissions: PermissionsService,
  permission: ResourcePermission,
  toCriteria: ConditionTransformer<T>,
  credentials: BackstageCredentials,
): Promise<PermissionCriteria<T> | undefined> {
  const [decision] = await permissions.authorizeConditional([{ permission }], { credentials });
  if (decision.result === AuthorizeResult.CONDITIONAL) {
    return toCriteria(decision.conditions);
  }
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(`Missing permission '${permission.name}'`);
  }
  return undefined;
}
[/#if]
