
/** The parts of an entity reference, as long as the catalog lets them be. */
export const entityParams = (z: Zod) => {
  const part = z.string().max(63).regex(/^[^:/\s\0]+$/, 'must be part of an entity reference');
  return z.object({ kind: part, namespace: part, name: part });
};
