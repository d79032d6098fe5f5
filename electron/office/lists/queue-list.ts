/** The print queue as a list: whose papers wait, and why each of the two does. */
import { runsOf } from '#shared/domain/records/certificate.ts';
import { fullName } from '#shared/domain/records/person.ts';
import type { WaitingReason } from '#shared/domain/rules/print-queue.ts';
import type { PrintQueueFilter } from '#shared/contract/print-queue.ts';
import type { Queued } from '../registry/print-queue.ts';
import { wordsOf } from '../wording/words.ts';
import { searchInWords, type List, type ListColumn, type ListContext } from './list.ts';
import { namesOfOrganisations } from './people-list.ts';

export function queueColumns({ state, language }: ListContext): ListColumn[] {
  const { lists, 'print-queue': queue } = wordsOf(state)[language];
  const titles = {
    number: lists.columns.certificate,
    ...{ latin: lists.columns.latin, ky: lists.columns.ky, ru: lists.columns.ru },
    ...{ organisation: lists.columns.organisation, category: lists.columns.category },
    ...{ certificate: queue.columns.certificate, badge: queue.columns.badge, remarks: queue.columns.remarks },
  };
  return Object.entries(titles).map(([id, title]) => ({ id, title }));
}

export function queueList(
  context: ListContext,
  lines: readonly Queued[],
  { search, organisationIds, paper, reasons }: PrintQueueFilter,
): List<Queued> {
  const { state, language } = context;
  const words = wordsOf(state)[language];
  const queue = words['print-queue'];
  const why = (reason: WaitingReason | null) => (reason ? queue.reasons[reason] : '');
  return {
    name: 'print-queue',
    title: queue.title,
    columns: queueColumns(context),
    lines,
    cells: (chosen) =>
      chosen.map(({ certificate, application, waiting }) => {
        const { names, category } = application;
        const failed = (['certificate', 'badge'] as const)
          .flatMap((one) => runsOf(certificate, one).at(-1) ?? [])
          .filter(({ outcome }) => outcome === 'failed');
        return [
          certificate.number,
          ...[fullName(names.latin), fullName(names.ky), fullName(names.ru)],
          state.organisations.get(application.organisationId)?.name[language] ?? '',
          words.domain.category[category],
          why(waiting.certificate),
          why(waiting.badge),
          [...new Set(failed.map(({ fault }) => fault))].join('; '),
        ];
      }),
    filters: [
      ...reasons.map((reason) => queue.reasons[reason]),
      ...(paper ? [queue.papers[paper]] : []),
      ...namesOfOrganisations(context, organisationIds),
      ...searchInWords(search),
    ],
  };
}
