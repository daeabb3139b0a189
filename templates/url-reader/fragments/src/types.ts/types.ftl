[#import "/doc.ftl" as doc]
[@doc.comment]A text from elsewhere.[/@doc.comment]
export interface RemoteDocument {
  content: string;
}

