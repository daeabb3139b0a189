/** A kind of entities, and how many of them there are. */
export interface KindCount {
  kind: string;
  count: number;
}

