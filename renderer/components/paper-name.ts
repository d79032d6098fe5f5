/** The names of the papers that applications come with, as this office calls them. */
import { useCallback } from 'react';
import type { PaperId } from '#shared/domain/records/application.ts';
import { isComplete, type Language } from '#shared/domain/base/primitives.ts';
import type { AskedPaper } from '#shared/domain/records/checklist.ts';
import { useLanguage } from '../base/i18n.ts';
import { useReading } from '../base/office.ts';
import { word } from '../base/wording.ts';

/** The program's name for a standard paper that has none of the office's own. */
export const nameOfPaper = ({ id, name }: Pick<AskedPaper, 'id' | 'name'>, language: Language): string =>
  isComplete(name) ? name[language] : word(`domain:paper.${id}`);

export function usePaperName(): (id: PaperId) => string {
  const language = useLanguage();
  const checklist = useReading('office.settings', {}).data?.checklist;
  return useCallback(
    (id) => {
      const paper = checklist?.find((one) => one.id === id);
      return paper ? nameOfPaper(paper, language) : word(`domain:paper.${id}`);
    },
    [checklist, language],
  );
}
