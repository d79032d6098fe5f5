/**
 * The register of all numbers of an election: each that was given, with its certificate, and between them the
 * numbers that were not, a run of them as one line. Nothing can be left out: every serial from 1 on stands in one line.
 */
import { Map as PersistentMap } from 'immutable';
import { formatCertificateNumber, type CertificateSeries } from '#shared/domain/records/office.ts';
import type { Certificate } from '#shared/domain/records/certificate.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import type { NumberFilter, NumberState } from '#shared/contract/number-register.ts';
import type { Registry } from './registry.ts';
import type { State } from '#shared/domain/register/state.ts';

/** One number given, or a run of numbers that were not; `from` and `to` are serials, both included. */
export type NumberLine =
  | {
      series: string;
      from: number;
      to: number;
      state: Exclude<NumberState, 'unused' | 'elsewhere'>;
      certificate: Certificate;
    }
  | { series: string; from: number; to: number; state: 'unused' | 'elsewhere'; certificate: null };

const noRule: CertificateSeries = { series: '', format: '{series}{number}', digits: 1, blocks: [] };

let last: { certificates: State['certificates']; rule: CertificateSeries; electionId: Id; lines: NumberLine[] } = {
  certificates: PersistentMap(),
  rule: noRule,
  electionId: '',
  lines: [],
};

/** All lines of an event, by series and serial; kept until a certificate or the series changes. */
export function numberLines(state: State, electionId: Id): readonly NumberLine[] {
  const rule = state.settings?.certificates ?? noRule;
  const { certificates } = state;
  if (last.certificates === certificates && last.rule === rule && last.electionId === electionId) return last.lines;
  const bySeries = new Map<string, Certificate[]>([[rule.series, []]]);
  for (const certificate of certificates.values()) {
    if (certificate.electionId !== electionId) continue;
    const known = bySeries.get(certificate.series);
    if (known) known.push(certificate);
    else bySeries.set(certificate.series, [certificate]);
  }
  const lines = [...bySeries.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([series, given]) => linesOf(series, given, series === rule.series ? rule : null));
  last = { certificates, rule, electionId, lines };
  return lines;
}

/** `rule`: this laptop's own, for the series that it numbers now; null for one that it has left. */
function linesOf(series: string, given: readonly Certificate[], rule: CertificateSeries | null): NumberLine[] {
  const lines: NumberLine[] = [];
  const blocks = [...(rule?.blocks ?? [])].sort((a, b) => a.from - b.from);
  const highest = given.reduce((most, { serial }) => Math.max(most, serial), 0);
  /** Whether a number that is not given is this laptop's to give, and up to which serial that stays so. */
  const standing = (serial: number): { state: 'unused' | 'elsewhere'; upTo: number } => {
    if (rule && blocks.length === 0) {
      if (serial > highest) return { state: 'unused', upTo: Infinity };
      return { state: 'elsewhere', upTo: highest };
    }
    const within = blocks.find(({ from, to }) => from <= serial && serial <= to);
    if (within) return { state: 'unused', upTo: within.to };
    return { state: 'elsewhere', upTo: (blocks.find(({ from }) => from > serial)?.from ?? Infinity) - 1 };
  };
  const fill = (from: number, to: number): void => {
    for (let serial = from; serial <= to;) {
      const { state, upTo } = standing(serial);
      const end = Math.min(to, upTo);
      lines.push({ series, from: serial, to: end, state, certificate: null });
      serial = end + 1;
    }
  };
  let next = 1;
  for (const certificate of [...given].sort((a, b) => a.serial - b.serial)) {
    const { serial, status } = certificate;
    fill(next, serial - 1);
    lines.push({ series, from: serial, to: serial, state: status, certificate });
    next = serial + 1;
  }
  if (rule) fill(next, blocks.length === 0 ? 10 ** rule.digits - 1 : Math.max(0, ...blocks.map(({ to }) => to)));
  return lines;
}

/** A number of a line as it is printed; one that was not given is written as this laptop writes its own. */
export function writtenNumber({ settings }: State, { series, certificate }: NumberLine, serial: number): string {
  return certificate
    ? certificate.number
    : formatCertificateNumber({ ...(settings?.certificates ?? noRule), series }, serial);
}

/** The lines that a filter finds. Names and numbers given are searched as everywhere; any other number whole. */
export function numbersFound(
  { state, registry }: { state: () => State; registry: Registry },
  { electionId, search, states }: NumberFilter,
): readonly NumberLine[] {
  const now = state();
  const lines = numberLines(now, electionId);
  const wanted = new Set(states);
  const inStates = wanted.size === 0 ? lines : lines.filter((line) => wanted.has(line.state));
  const typed = search.trim();
  if (typed === '') return inStates;
  const everybody = { electionId, search, states: [], organisationIds: [], decisionIds: [] };
  const order = { column: 'number', descending: false, language: 'ky' } as const;
  const found = new Set(registry.certificates(everybody, order).map(({ certificate }) => certificate?.id));
  const serial = Number(/(\d{1,8})$/u.exec(typed)?.[1] ?? 0);
  const isNumber = (line: NumberLine): boolean =>
    line.from <= serial && serial <= line.to && writtenNumber(now, line, serial).toUpperCase() === typed.toUpperCase();
  return inStates.filter((line) => (line.certificate ? found.has(line.certificate.id) : isNumber(line)));
}
