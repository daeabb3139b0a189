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
[#list routes as each]
[#if each.hasInput]
[@doc.comment]What [=each.method] [=each.path] is asked.[/@doc.comment]
export interface [=each.pascal]Input {
[#list each.parameters as parameter]
  [=parameter]: string;
[/#list]
[#if each.hasQuery]
  search?: string;
[/#if]
[#if each.hasBody]
  note: string;
[/#if]
}

[/#if]
[#if each.answers]
[@doc.comment]What it answers.[/@doc.comment]
export interface [=each.pascal]Output extends [=each.pascal]Input {
  caller: string;
}

[/#if]
[/#list]
[@hole name="types"/]
