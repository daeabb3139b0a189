[#-- Schemas that a plugin has whether it keeps something or not. --]
[#macro entityRef]
/** A full entity reference, in the lower case in which the catalog compares them. */
export const entityRef = (z: Zod) =>
  z.string().toLowerCase().max(255).regex(/^[^:/\s\0]+:[^:/\s\0]+\/[^:/\s\0]+$/, 'must be a full entity reference');
[/#macro]
