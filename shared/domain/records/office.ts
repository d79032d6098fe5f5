/** The office itself: whose paper this is, who signs, and how certificates are numbered. */
import { z } from 'zod';
import { Checklist, checkChecklist, defaultChecklist } from './checklist.ts';
import { Line, Trilingual, isComplete } from '../base/primitives.ts';
import type { FieldFault } from '../base/refusals.ts';
import { SessionRules, checkSessionRules, usualSession } from './voting-rules.ts';

/** Numbers that this laptop alone may give, both ends included: blocks of one series are dealt out to the laptops. */
export const NumberBlock = z.strictObject({ from: z.int().positive(), to: z.int().positive() });
export type NumberBlock = z.infer<typeof NumberBlock>;

/**
 * How this laptop numbers its certificates. Each laptop has a series of its own, so that two offline laptops cannot
 * issue one number twice (shared/domain/README.md, "Rules").
 */
export const CertificateSeries = z.strictObject({
  /** Latin capitals and digits, up to 8: it goes into the QR code and into file names. */
  series: z.string().max(8),
  /** Pattern of a printed number; holds `{series}` and `{number}` once each. */
  format: z.string().max(40),
  /** The serial is padded with zeros to so many digits, 1 to 8. */
  digits: z.int().min(1).max(8),
  /** In the order they are used up; with none the whole series is this laptop's own. */
  blocks: z.array(NumberBlock).max(50).default([]),
});
export type CertificateSeries = z.infer<typeof CertificateSeries>;

/** Minutes. */
export const usualLockAfter = 10;

export const OfficeSettings = z.strictObject({
  commission: Trilingual,
  /** Place of issue as documents print it. */
  city: Trilingual,
  chair: Trilingual,
  secretary: Trilingual,
  certificates: CertificateSeries,
  session: SessionRules.default(usualSession),
  /** Legal bases to choose from when a decision is drafted; each is written into the decision and can be changed there. */
  legalBases: z.array(Trilingual).max(30).default([]),
  /** Who worked on this laptop before there were operators: lines of that time are recorded under it. */
  clerk: Line.default(''),
  /** Minutes without a key or the mouse after which the screens are locked. */
  lockAfter: z.int().min(1).max(240).default(usualLockAfter),
  /** The papers asked for with every application. */
  checklist: Checklist.default(defaultChecklist),
});
export type OfficeSettings = z.infer<typeof OfficeSettings>;

/** The printed number of the n-th certificate of a series, e.g. `A-0042`. */
export function formatCertificateNumber(rule: CertificateSeries, serial: number): string {
  return rule.format.replace('{series}', rule.series).replace('{number}', String(serial).padStart(rule.digits, '0'));
}

/** What is wrong with the settings, field by field; empty when they can be saved. */
export function checkOfficeSettings(settings: OfficeSettings): FieldFault[] {
  const faults: FieldFault[] = [];
  for (const field of ['commission', 'chair', 'secretary'] as const) {
    if (!isComplete(settings[field])) faults.push({ path: field, code: 'field.threeLanguages' });
  }
  const { series, format } = settings.certificates;
  if (!/^[A-Z0-9]{1,8}$/.test(series)) faults.push({ path: 'certificates.series', code: 'field.series' });
  const holdsOnce = (part: string) => format.split(part).length === 2;
  if (!holdsOnce('{series}') || !holdsOnce('{number}') || !/^[A-Z0-9\-/ {}a-z]*$/.test(format)) {
    faults.push({ path: 'certificates.format', code: 'field.numberFormat' });
  }
  faults.push(
    ...checkBlocks(settings.certificates),
    ...checkSessionRules(settings.session),
    ...checkChecklist(settings.checklist),
  );
  settings.legalBases.forEach((basis, index) => {
    if (!isComplete(basis)) faults.push({ path: `legalBases.${String(index)}`, code: 'field.threeLanguages' });
  });
  return faults;
}

function checkBlocks({ blocks, digits }: CertificateSeries): FieldFault[] {
  return blocks.flatMap(({ from, to }, index): FieldFault[] => {
    const path = `certificates.blocks.${String(index)}`;
    if (to < from) return [{ path, code: 'field.blockBackwards' }];
    if (to >= 10 ** digits) return [{ path, code: 'field.blockDigits', params: { digits } }];
    const other = blocks.slice(0, index).find((before) => before.from <= to && from <= before.to);
    return other ? [{ path, code: 'field.blockOverlaps', params: { from: other.from, to: other.to } }] : [];
  });
}
