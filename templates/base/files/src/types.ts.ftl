/** Who is calling, and the entities through which they own others. */
export interface Caller {
  ref: string;
  ownershipEntityRefs: string[];
}

[#if !keepsResources]
/** The entities that a caller asks about. */
export interface OwnershipInput {
  entityRefs: string[];
}

/** Those of them that the caller is or belongs to. */
export interface Ownership {
  owned: string[];
}

[/#if]
[@hole name="types"/]
