[#import "/doc.ftl" as doc]
[@doc.comment]Who is calling, and the entities through which they own others.[/@doc.comment]
export interface Caller {
  ref: string;
  ownershipEntityRefs: string[];
}

[#if !keepsResources]
[@doc.comment]The entities that a caller asks about.[/@doc.comment]
export interface OwnershipInput {
  entityRefs: string[];
}

[@doc.comment]Those of them that the caller is or belongs to.[/@doc.comment]
export interface Ownership {
  owned: string[];
}

[/#if]
[@hole name="types"/]
