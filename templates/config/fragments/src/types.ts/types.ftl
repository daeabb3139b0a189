/** What is configured, as callers see it. */
export interface Settings {
  title: string;
  baseUrl: string;
  hasToken: boolean;
}

