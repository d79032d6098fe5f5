/** What was read from the office, or that it is being read, or why it could not be. */
import { Loader } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusedError } from '../base/office.ts';
import { RefusalMessage } from './RefusalMessage.tsx';

export function Loaded<T>({ reading, children }: { reading: UseQueryResult<T>; children: (value: T) => ReactNode }) {
  const { t } = useTranslation();
  if (reading.data !== undefined) return children(reading.data);
  if (reading.error instanceof RefusedError) return <RefusalMessage refusal={reading.error.refusal} />;
  // Anything else is a bug, and the screen's own boundary says so.
  if (reading.error) throw reading.error;
  return <Loader size="sm" m="md" aria-label={t('state.loading')} role="status" />;
}
