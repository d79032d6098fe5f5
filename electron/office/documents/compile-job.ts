/** What goes to the compiler's thread and what comes back. */

export type WorkerSetUp = {
  /** Path of the compiler's WebAssembly. */
  wasm: string;
  /** Paths of whole TTF files. */
  fonts: string[];
  /** Template files by the name other templates call them. */
  templates: { name: string; path: string }[];
};

export type MappedFile = { path: string; bytes: Uint8Array };

export type CompileJob = {
  id: number;
  kind: 'compile';
  /** Name of the template that is compiled. */
  template: string;
  /** JSON that the template reads as `/data.json`. */
  data: string;
  /** Pictures and codes, by the path the data names. */
  files: MappedFile[];
};

/** Makes one PDF of several, their pages one after another. */
export type JoinJob = { id: number; kind: 'join'; title: string; language: string; parts: Uint8Array[] };

export type CompilerJob = CompileJob | JoinJob;

/** `fatal`: the compiler itself fell, and its thread with it; the next job needs a new one. */
export type CompileReply =
  { id: number; ok: true; pdf: Uint8Array } | { id: number; ok: false; reason: string; fatal: boolean };
