
function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) {
    return false;
  }
  const { protocol, username, password } = new URL(value);
  return ['http:', 'https:'].includes(protocol) && !username && !password;
}

/** Which document is asked for. */
export const remoteDocumentQuery = (z: Zod) =>
  z.object({
    url: z.string().max(2000).refine(isWebAddress, 'must be an http or https address without credentials').describe('Where the document is'),
  }).strict();
