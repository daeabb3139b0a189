[#import "/doc.ftl" as doc]
[@doc.comment]What is configured, as callers see it.[/@doc.comment]
export interface Settings {
  title: string;
  baseUrl: string;
  hasToken: boolean;
}

