const ENTITY_TAG = /^(?:W\/)?"url-([\w-]+)"$/;

/** Readers have tags of any shape; in a header they need one that HTTP allows. */
export function toEntityTag(etag: string): string {
  return `"url-${Buffer.from(etag).toString('base64url')}"`;
}

/** The reader's tag in a header; none where the header holds anything else. */
export function fromEntityTag(header: string | undefined): string | undefined {
  const encoded = header?.match(ENTITY_TAG)?.[1];
  const etag = encoded && Buffer.from(encoded, 'base64url').toString();
  // It goes into the header of a request.
  return etag && /^[ -~]+$/.test(etag) ? etag : undefined;
}
