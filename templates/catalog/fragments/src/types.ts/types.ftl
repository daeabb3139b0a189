[#import "/doc.ftl" as doc]
[@doc.comment]An entity in a few words.[/@doc.comment]
export interface EntitySummary {
  entityRef: string;
  title: string;
  description: string | null;
  owner: string | null;
}

