import { z as zod } from '[=zod]';
import { Zod } from './schemas';

/** What the action takes. */
export const [=action.camel]Input = (z: Zod) =>
  z.object({
    subject: z.string().trim().min(1).max(200).describe('What it is to be about'),
  }).strict();

/** What it answers. */
export const [=action.camel]Output = (z: Zod) =>
  z.object({
    subject: z.string().describe('What it was about'),
    caller: z.string().describe('Reference of who asked for it'),
  });

export type [=action.pascal]Input = zod.infer<ReturnType<typeof [=action.camel]Input>>;

export type [=action.pascal]Output = zod.infer<ReturnType<typeof [=action.camel]Output>>;
