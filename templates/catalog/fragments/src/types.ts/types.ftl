/** An entity in a few words. */
export interface EntitySummary {
  entityRef: string;
  title: string;
  description: string | null;
  owner: string | null;
}

