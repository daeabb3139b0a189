/** How the upstream service says it is. */
export interface UpstreamStatus {
  status: string;
  version?: string;
}

