
/** An address to read from, in one form: line breaks, which a URL may come with, are not for the log. */
const webAddress = (z: Zod) =>
  z.string().max(2000).transform((value, ctx) => {
    const address = URL.canParse(value) ? new URL(value) : undefined;
    if (!address || !['http:', 'https:'].includes(address.protocol) || address.username || address.password) {
      ctx.addIssue({ code: 'custom', message: 'must be an http or https address without credentials' });
      return z.NEVER;
    }
    return address.href;
  });

/** Which document is asked for. */
export const remoteDocumentQuery = (z: Zod) =>
  z.object({
    url: webAddress(z).describe('Where the document is'),
  }).strict();
