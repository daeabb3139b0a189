export interface Config {
  untidy?: {
    /** Where the notes are copied to. */
    archiveUrl?: string;
    /** What opens the archive. */
    archiveToken?: string;
  };
}
