[#assign lists = resources?filter(resource -> resource.can.list)?has_content]
[#if lists]
import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { isAndCriteria, isNotCriteria, isOrCriteria } from '@backstage/plugin-permission-node';
import { Knex } from 'knex';

/** Narrows a query to what a permission policy allows, however its conditions are nested. */
export function whereCriteria<T>(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<T>,
  where: (query: Knex.QueryBuilder, condition: T) => unknown,
): void {
  if (isAndCriteria(criteria)) {
    query.where(all => criteria.allOf.forEach(each => all.andWhere(one => whereCriteria(one, each, where))));
  } else if (isOrCriteria(criteria)) {
    query.where(any => criteria.anyOf.forEach(each => any.orWhere(one => whereCriteria(one, each, where))));
  } else if (isNotCriteria(criteria)) {
    query.whereNot(not => whereCriteria(not, criteria.not, where));
  } else {
    where(query, criteria);
  }
}
[/#if]
