[#import "/schemas.ftl" as schemas]
import { z as zod } from '[=zod]';

export type Zod = typeof zod;

[#if !keepsResources]
[@schemas.entityRef/]

/** The entities that a caller asks about; one definition for each way in. */
export const ownershipInput = (z: Zod) =>
  z.object({
    entityRefs: z.array(entityRef(z)).min(1).max(100).describe('Full references of entities, such as group:default/team-a'),
  }).strict();

[#if offersActions]
/** Those of them that the caller acts for. */
export const ownershipOutput = (z: Zod) =>
  z.object({
    owned: z.array(z.string()).describe('Those of the given references that the caller is or belongs to'),
  });

[/#if]
[/#if]
[@hole name="schemas"/]
