[#import "/doc.ftl" as doc]
[@doc.comment]A kind of entities, and how many of them there are.[/@doc.comment]
export interface KindCount {
  kind: string;
  count: number;
}

