/** What the shell needs of the office, and what the office is given of the shell. */

/** The office as the window sees it. */
export interface LobbyPort {
  /** Answers with a reply or a refusal; an unknown name or a malformed input is a refusal too. */
  call(name: string, input: unknown): Promise<unknown>;
  /** Returns the function that stops listening. */
  on(listener: (notice: unknown) => void): () => void;
  /** A photo by its SHA-256 in hexadecimal; null when there is none. */
  photo(hash: string): Promise<StoredPhoto | null>;
  /** A document that was made and not closed yet, by its token; null when there is none. */
  document(token: string): MadeDocument | null;
  /** Finishes writing and lets go of the folder. */
  close(): Promise<void>;
}

export interface StoredPhoto {
  readonly bytes: Uint8Array;
  /** The media type found in the bytes themselves, such as image/jpeg. */
  readonly type: string;
}

export interface MadeDocument {
  readonly bytes: Uint8Array;
  /** The file name to suggest when it is saved. */
  readonly name: string;
}
