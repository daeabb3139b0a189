[#import "/doc.ftl" as doc]
[@doc.comment]How the upstream service says it is.[/@doc.comment]
export interface UpstreamStatus {
  status: string;
  version?: string;
}

