/** Every word a person reads, in the three languages: the same files with the same keys in each. */
import type { Language } from '../shared/domain/primitives.ts';
import kyDocuments from './ky/documents.json' with { type: 'json' };
import kyDomain from './ky/domain.json' with { type: 'json' };
import kyHandover from './ky/handover.json' with { type: 'json' };
import kyHandoverTables from './ky/handover-tables.json' with { type: 'json' };
import kyImportHeaders from './ky/import-headers.json' with { type: 'json' };
import kyImports from './ky/imports.json' with { type: 'json' };
import kyPrinting from './ky/printing.json' with { type: 'json' };
import kyShell from './ky/shell.json' with { type: 'json' };
import ruDocuments from './ru/documents.json' with { type: 'json' };
import ruDomain from './ru/domain.json' with { type: 'json' };
import ruHandover from './ru/handover.json' with { type: 'json' };
import ruHandoverTables from './ru/handover-tables.json' with { type: 'json' };
import ruImportHeaders from './ru/import-headers.json' with { type: 'json' };
import ruImports from './ru/imports.json' with { type: 'json' };
import ruPrinting from './ru/printing.json' with { type: 'json' };
import ruShell from './ru/shell.json' with { type: 'json' };
import enDocuments from './en/documents.json' with { type: 'json' };
import enDomain from './en/domain.json' with { type: 'json' };
import enHandover from './en/handover.json' with { type: 'json' };
import enHandoverTables from './en/handover-tables.json' with { type: 'json' };
import enImportHeaders from './en/import-headers.json' with { type: 'json' };
import enImports from './en/imports.json' with { type: 'json' };
import enPrinting from './en/printing.json' with { type: 'json' };
import enShell from './en/shell.json' with { type: 'json' };

const ky = {
  documents: kyDocuments,
  domain: kyDomain,
  handover: kyHandover,
  'handover-tables': kyHandoverTables,
  'import-headers': kyImportHeaders,
  imports: kyImports,
  printing: kyPrinting,
  shell: kyShell,
};
const ru = {
  documents: ruDocuments,
  domain: ruDomain,
  handover: ruHandover,
  'handover-tables': ruHandoverTables,
  'import-headers': ruImportHeaders,
  imports: ruImports,
  printing: ruPrinting,
  shell: ruShell,
};
const en = {
  documents: enDocuments,
  domain: enDomain,
  handover: enHandover,
  'handover-tables': enHandoverTables,
  'import-headers': enImportHeaders,
  imports: enImports,
  printing: enPrinting,
  shell: enShell,
};

/** The words of a language by file; Kyrgyz is the measure for the keys of the other two. */
export type Words = typeof ky;
export type Namespace = keyof Words;
export const locales = { ky, ru, en } as const satisfies Record<Language, object>;
