import { InputError } from '@backstage/errors';
import { z } from '[=zod]';

/** What a schema makes of an input; what does not fit is the caller's fault. */
export function parse<T>(schema: z.ZodType<T, z.ZodTypeDef, unknown>, input: unknown): T {
  const result = schema.safeParse(input);
  if (!result.success) {
    throw new InputError(
      result.error.issues.map(issue => `${issue.path.join('.') || 'input'}: ${issue.message}`).join('; '),
    );
  }
  return result.data;
}
