[#assign referring = false][#assign unique = false]
[#list resources as resource][#list resource.uniques as each][#assign unique = true][/#list][#list resource.fields as field][#if field.kind == "ref"][#assign referring = true][/#if][/#list][/#list]
[#if unique || referring]
import { ConflictError, InputError } from '@backstage/errors';
import { refusing } from './refusals';

describe('refusing', () => {
  const refusals = {
[#if unique]
    taken: new ConflictError('taken'),
[/#if]
[#if referring]
    reference: new InputError('leads to nothing'),
[/#if]
  };

  it('hands on what the database answers', async () => {
    await expect(refusing(Promise.resolve(1), refusals)).resolves.toBe(1);
  });

  it.each([new Error('disk full'), undefined])('does not take every error for the caller\'s: %s', async fault => {
    await expect(refusing(Promise.reject(fault), refusals)).rejects.toBe(fault);
  });
[#if referring]

  it.each(['SQLITE_CONSTRAINT_FOREIGNKEY', '23503'])('knows a reference to nothing by %s', async code => {
    const fault = Object.assign(new Error('foreign key'), { code });

    await expect(refusing(Promise.reject(fault), refusals)).rejects.toBe(refusals.reference);
    await expect(refusing(Promise.reject(fault), {})).rejects.toBe(fault);
  });
[/#if]
});
[/#if]
