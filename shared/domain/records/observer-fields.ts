/**
 * The table of the observer's fields: one entry a field of the application, in the order of the record. Schema, form,
 * list, import, merge, badge, handover and checks read it, so a new field is a new entry here and its words in
 * `locales/`. A field of a plain kind is handled everywhere by its kind. One of kind `own` keeps code of its own where
 * it is drawn and read, typed so that it cannot be forgotten.
 */
import { z } from 'zod';
import { Id, IsoDate, Line, Paragraph, Trilingual, emptyTrilingual } from '../base/primitives.ts';
import {
  ObserverCategory,
  PaperId,
  ReceivedHow,
  mostPapers,
  observerCategories,
  receivedWays,
} from './observer-choices.ts';
import { Names, Photo, Sex, TravelDocument, sexes } from './person.ts';
import type { MergePart, ObserverField } from './observer-field.ts';

/** What is stored, and what stands in a new application. */
const stored = <S extends z.ZodType>(schema: S, empty: z.infer<S>) => ({ schema, empty });

const eachLanguage = (field: string): MergePart[] =>
  ['ky', 'ru', 'en'].map((language) => [`${field}.${language}`, `${field}.${language}`]);

const emptyNames: Names = {
  latin: { surname: '', given: '' },
  ky: { surname: '', given: '' },
  ru: { surname: '', given: '' },
  confirmed: false,
};

const nameParts: MergePart[] = [
  ...['latin', 'ky', 'ru']
    .flatMap((script) => [`names.${script}.surname`, `names.${script}.given`])
    .map((place): MergePart => [place, place]),
  ['names.confirmed', 'names.confirmed'],
];

/** A patronymic is joined to the given names: the register does not hold it by itself. */
const nameColumns = [
  ['surname.latin', ''],
  ['given.latin', ''],
  ['patronymic.latin', ''],
  ['surname.ky', ''],
  ['given.ky', ''],
  ['patronymic.ky', ''],
  ['surname.ru', ''],
  ['given.ru', ''],
  ['patronymic.ru', ''],
] as const;

/** A series goes before the number: the register does not hold it by itself. */
const documentColumns = [
  ['document.kind', ''],
  ['document.series', ''],
  ['document.number', 'E1234567'],
  ['document.issuer', ''],
  ['document.expiry', '01.02.2031'],
] as const;

/** The number and the lines that a reader took it from mean nothing without each other. */
const documentParts: MergePart[] = [
  ['document.kind', 'document.kind'],
  ['document.number', 'document.number', 'document.mrz'],
  ['document.issuer', 'document.issuer'],
  ['document.expiry', 'document.expiry'],
];

const positionColumns = [
  ['position.ky', ''],
  ['position.ru', ''],
  ['position.en', ''],
] as const;

/** Invented; as long as positions get. */
const samplePosition: Trilingual = {
  ky: 'Эл аралык байланыштар башкармалыгынын башчысынын орун басары',
  ru: 'Заместитель начальника управления международных связей',
  en: 'Deputy head of the department of international relations',
};

/** Numbers are written in many ways: only what cannot be one is refused. */
const phoneFault = (text: string): 'field.phone' | null =>
  text.trim() === '' || (/^[\d\p{Zs}()+-]{5,25}$/u.test(text.trim()) && /\d/u.test(text)) ? null : 'field.phone';

export const observerFields = {
  receivedOn: {
    ...stored(IsoDate.nullable(), null),
    kind: 'date',
    choice: null,
    form: { section: 'intake', past: true },
    imports: [],
    merge: 'alone',
    columns: null,
    badge: null,
    forSubstitute: false,
    check: null,
  },
  receivedHow: {
    ...stored(ReceivedHow.nullable(), null),
    kind: 'choice',
    choice: { list: 'receivedHow', values: receivedWays, required: false },
    form: { section: 'intake' },
    imports: [],
    merge: 'alone',
    columns: null,
    badge: null,
    forSubstitute: false,
    check: null,
  },
  category: {
    ...stored(ObserverCategory, 'short-term'),
    kind: 'choice',
    choice: { list: 'category', values: observerCategories, required: true },
    form: { section: 'intake' },
    imports: [['category', '']],
    merge: 'alone',
    columns: { place: 'badge-list', ids: ['category'] },
    badge: null,
    forSubstitute: true,
    check: null,
  },
  names: {
    ...stored(Names, emptyNames),
    kind: 'own',
    choice: null,
    form: null,
    imports: nameColumns,
    merge: nameParts,
    columns: { place: 'badge-list', ids: ['latin', 'ky', 'ru'] },
    badge: null,
    forSubstitute: false,
    check: null,
  },
  sex: {
    ...stored(Sex.nullable(), null),
    kind: 'choice',
    choice: { list: 'sex', values: sexes, required: false },
    form: { section: 'person' },
    imports: [['sex', '']],
    merge: 'alone',
    columns: { place: 'person', ids: ['sex'] },
    badge: null,
    forSubstitute: false,
    check: null,
  },
  birthDate: {
    ...stored(IsoDate.nullable(), null),
    kind: 'date',
    choice: null,
    form: { section: 'person', past: true, suggested: '1980-01-01' },
    imports: [['birthDate', '17.05.1980']],
    merge: 'alone',
    columns: { place: 'person', ids: ['birthDate'] },
    badge: null,
    forSubstitute: false,
    check: null,
  },
  citizenship: {
    ...stored(TravelDocument.shape.issuer, null),
    kind: 'country',
    choice: null,
    form: { section: 'person' },
    imports: [['citizenship', '']],
    merge: [['citizenship', 'citizenship', 'hostOverride']],
    columns: { place: 'person', ids: ['citizenship'] },
    badge: { order: 2, size: [4.4, 7, 12, 5], sample: 'GBR' },
    forSubstitute: false,
    check: null,
  },
  document: {
    ...stored(TravelDocument, { kind: 'passport', number: '', issuer: null, expiry: null, mrz: [] }),
    kind: 'own',
    choice: null,
    form: null,
    imports: documentColumns,
    merge: documentParts,
    columns: { place: 'person', ids: ['document', 'issuer', 'expiry'] },
    badge: null,
    forSubstitute: false,
    check: null,
  },
  position: {
    ...stored(Trilingual, emptyTrilingual),
    kind: 'trilingual',
    choice: null,
    form: { section: 'position' },
    imports: positionColumns,
    merge: eachLanguage('position'),
    columns: { place: 'person', ids: ['position'] },
    badge: { order: 1, size: [4.4, 7, 12, 6], sample: samplePosition },
    forSubstitute: true,
    check: null,
  },
  photo: {
    ...stored(Photo.nullable(), null),
    kind: 'own',
    choice: null,
    form: null,
    imports: [],
    merge: 'alone',
    columns: null,
    badge: null,
    forSubstitute: false,
    check: null,
  },
  /** What has come, of the papers asked for. */
  papers: {
    ...stored(z.array(PaperId).max(mostPapers), []),
    kind: 'own',
    choice: null,
    form: null,
    imports: [],
    merge: [['papers', 'papers', 'paperDays']],
    columns: null,
    badge: null,
    forSubstitute: false,
    check: null,
  },
  /** The day each came; a paper noted before days were kept has none. */
  paperDays: {
    ...stored(z.record(PaperId, IsoDate).default({}), {}),
    kind: 'own',
    choice: null,
    form: null,
    imports: [],
    merge: [],
    columns: null,
    badge: null,
    forSubstitute: false,
    check: null,
  },
  stayFrom: {
    ...stored(IsoDate.nullable(), null),
    kind: 'date',
    choice: null,
    form: { section: 'stay' },
    imports: [['stayFrom', '25.11.2025']],
    merge: 'alone',
    columns: null,
    badge: null,
    forSubstitute: true,
    check: null,
  },
  stayTo: {
    ...stored(IsoDate.nullable(), null),
    kind: 'date',
    choice: null,
    form: { section: 'stay' },
    imports: [['stayTo', '02.12.2025']],
    merge: 'alone',
    columns: null,
    badge: null,
    forSubstitute: true,
    check: null,
  },
  mobilePhone: {
    ...stored(Line.default(''), ''),
    kind: 'text',
    choice: null,
    form: { section: 'stay', longest: 40 },
    imports: [['mobilePhone', '+996 000 000 000']],
    merge: 'alone',
    columns: { place: 'person', ids: ['mobilePhone'] },
    badge: { order: 3, size: [4.4, 7, 12, 5], sample: '+996 (000) 000-000-00-00' },
    forSubstitute: false,
    check: phoneFault,
  },
  /** The withdrawn application whose place this one takes. */
  replaces: {
    ...stored(Id.nullable(), null),
    kind: 'own',
    choice: null,
    form: null,
    imports: [],
    merge: 'alone',
    columns: null,
    badge: null,
    forSubstitute: false,
    check: null,
  },
  remarks: {
    ...stored(Paragraph, ''),
    kind: 'paragraph',
    choice: null,
    form: { section: 'stay', longest: 5000 },
    imports: [['remarks', '']],
    merge: 'alone',
    columns: { place: 'end', ids: ['remarks'] },
    badge: null,
    forSubstitute: false,
    check: null,
  },
} as const satisfies Record<string, ObserverField>;
