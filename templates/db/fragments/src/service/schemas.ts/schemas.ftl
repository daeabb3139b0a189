const MAX_DESCRIPTION = 10_000;

// PostgreSQL cannot keep a NUL character and would answer with an error of its own.
const withoutNul = (value: string) => !value.includes('\0');

/** Identifies [#if "aeiou"?contains(resource.text[0])]an[#else]a[/#if] [=resource.text]. */
export const [=resource.var]Id = (z: Zod) => z.string().toLowerCase().uuid().describe('Identifier of the [=resource.text]');

const fields = (z: Zod) => ({
  title: z.string().trim().min(1).max(255).refine(withoutNul, 'must not contain NUL').describe('Short title, unique'),
  description: z
    .string()
    .max(MAX_DESCRIPTION)
    .refine(withoutNul, 'must not contain NUL')
    .nullish()
    .describe('Longer text, or null for none'),
  archived: z.boolean().describe('Whether it is out of use'),
});

/** What it takes to create one; one definition for each way in. */
export const [=resource.var]Input = (z: Zod) => {
  const { archived, ...others } = fields(z);
  return z.object({ ...others, archived: archived.default(false) }).strict();
};

/** What may be changed about one; a default here would undo changes. */
export const [=resource.var]Patch = (z: Zod) => z.object(fields(z)).partial().strict();

/** A page of a list. */
export const pageInput = (z: Zod) =>
  z.object({
    limit: z.coerce.number().int().min(1).max(100).default(50).describe('How many [=resource.many.text] to return, at most 100'),
    offset: z.coerce.number().int().safe().min(0).default(0).describe('How many [=resource.many.text] to skip'),
  });

/** One [=resource.text], as callers see it. */
export const [=resource.var]Output = (z: Zod) =>
  z.object({
    id: [=resource.var]Id(z),
    title: z.string().describe('Short title'),
    description: z.string().nullable().describe('Longer text, or null'),
    archived: z.boolean().describe('Whether it is out of use'),
    createdBy: z.string().describe('Entity reference of the creator, or subject of a service'),
    createdAt: z.string().describe('When it was created, ISO 8601'),
    updatedAt: z.string().describe('When it was last changed, ISO 8601'),
  });

/** A page of [=resource.many.text], and how many there are in all. */
export const [=resource.var]ListOutput = (z: Zod) =>
  z.object({
    items: z.array([=resource.var]Output(z)).describe('One page of [=resource.many.text]'),
    totalItems: z.number().describe('How many [=resource.many.text] there are in all'),
  });

export type [=resource.type]Input = zod.infer<ReturnType<typeof [=resource.var]Input>>;
export type [=resource.type]Patch = zod.infer<ReturnType<typeof [=resource.var]Patch>>;
export type Page = zod.infer<ReturnType<typeof pageInput>>;
export type [=resource.type] = zod.infer<ReturnType<typeof [=resource.var]Output>>;
export type [=resource.type]List = zod.infer<ReturnType<typeof [=resource.var]ListOutput>>;
