[#assign referring = false][#assign unique = false]
[#list resources as resource][#list resource.uniques as each][#assign unique = true][/#list][#list resource.fields as field][#if field.kind == "ref"][#assign referring = true][/#if][/#list][/#list]
[#if unique || referring]
import { isDatabaseConflictError } from '@backstage/backend-plugin-api';

/** Runs a statement; what the database refuses becomes an error that says what the caller did. */
export async function refusing<T>(
  statement: PromiseLike<T>,
  refusals: { [#if unique]taken?: Error; [/#if][#if referring]reference?: Error [/#if]},
): Promise<T> {
  try {
    return await statement;
  } catch (error) {
[#if unique]
    if (refusals.taken && isDatabaseConflictError(error)) {
      throw refusals.taken;
    }
[/#if]
[#if referring]
    if (refusals.reference && isReferenceError(error)) {
      throw refusals.reference;
    }
[/#if]
    throw error;
  }
}
[#if referring]

// The codes of SQLite and PostgreSQL for a foreign key that is not met.
function isReferenceError(error: unknown): boolean {
  const code = (error as { code?: unknown } | undefined)?.code;
  return code === 'SQLITE_CONSTRAINT_FOREIGNKEY' || code === '23503';
}
[/#if]
[/#if]
