[#import "/schemas.ftl" as schemas]
import { JsonObject } from '@backstage/types';
[#assign kinds = []]
[#list resources as resource][#list resource.fields as field][#assign kinds = kinds + [field.kind]][/#list][/#list]
[#function has kind][#return kinds?seq_contains(kind)][/#function]
[#assign filtered = false][#assign numbered = false]
[#list resources as resource][#list resource.fields as field][#if field.isFilter && field.kind == "boolean"][#assign filtered = true][/#if][#if resource.can.list && field.isFilter && (field.kind == "integer" || field.kind == "number")][#assign numbered = true][/#if][/#list][/#list]
[#assign texts = has("string") || has("text")]
/** Identifies one thing that the plugin keeps. */
export const id = (z: Zod) => z.string().toLowerCase().uuid();

/** The parameters of a route to one thing. */
export const idParams = (z: Zod) => z.object({ id: id(z) });

[#if texts]
// PostgreSQL cannot keep a NUL character and would answer with an error of its own.
const withoutNul = (value: string) => !value.includes('\0');

[/#if]
[#if has("string")]
/** A text of one line or few words. */
export const line = (z: Zod, max: number) => z.string().trim().min(1).max(max).refine(withoutNul, 'must not contain NUL');

[/#if]
[#if has("text")]
/** A text of any shape. */
export const text = (z: Zod, max: number) => z.string().max(max).refine(withoutNul, 'must not contain NUL');

[/#if]
[#if has("integer")]
/** A whole number of 32 bits. */
export const integer = (z: Zod) => z.number().int().min(-(2 ** 31)).max(2 ** 31 - 1);

[/#if]
[#if numbered]
/** A number that may come as text, as in a query string. */
export const numeric = (z: Zod) => z.union([z.number(), z.string().trim().min(1).pipe(z.coerce.number())]);

[/#if]
[#if has("timestamp")]
// Other years are no dates to PostgreSQL, or sort wrongly as texts.
const isKept = (value: string) => {
  const year = new Date(value).getUTCFullYear();
  return year >= 1 && year <= 9999;
};

/** A time in ISO 8601, in the one form in which times are kept and compared. */
export const timestamp = (z: Zod) =>
  z
    .string()
    .datetime({ offset: true })
    .refine(isKept, 'must be in the years 1 to 9999')
    .transform(value => new Date(value).toISOString());

[/#if]
[#if has("date")]
/** A day, such as 2026-01-31. */
export const date = (z: Zod) => z.string().date();

[/#if]
[#if has("entityRef") || keepsOwners]
[@schemas.entityRef/]

[/#if]
[#if has("url")]
/** An address that may be shown as a link. */
export const url = (z: Zod) => z.string().max(2000).url().regex(/^https?:\/\/[^\0]*$/i, 'must be an http or https address');

[/#if]
[#if has("json")]
const MAX_JSON = 10_000;

/** An object of JSON, whatever its members, up to a size. */
export const jsonObject = (z: Zod) =>
  z
    .record(z.unknown())
    .refine(value => JSON.stringify(value).length <= MAX_JSON, `must not be longer than ${MAX_JSON} characters`)
    .transform(value => value as JsonObject);

[/#if]
[#if filtered || keepsOwners]
/** Yes or no; in a query string it comes as text. */
export const flag = (z: Zod) => z.union([z.boolean(), z.enum(['true', 'false']).transform(value => value === 'true')]);

[/#if]
[#if resources?filter(resource -> resource.can.list)?has_content]
/** Which page of a list. */
export const page = (z: Zod) => ({
  limit: z.coerce.number().int().min(1).max(100).default(50).describe('How many to return, at most 100'),
  offset: z.coerce.number().int().safe().min(0).default(0).describe('How many to skip'),
});
[/#if]
