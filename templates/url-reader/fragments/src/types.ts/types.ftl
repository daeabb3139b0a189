/** A text from elsewhere. */
export interface RemoteDocument {
  content: string;
}

