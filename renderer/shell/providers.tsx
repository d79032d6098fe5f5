/** What every screen stands on: the look, the words, the readings and the preferences. */
import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { Preferences } from '#shared/contract/entry.ts';
import { i18n } from '../base/i18n.ts';
import { nonce } from './nonce.ts';
import { PreferencesProvider } from '../base/preferences.tsx';
import { cssVariables, theme } from './theme.ts';

/** The office is in this very computer: there is no network to wait for, and a refusal will not change by repeating. */
const queries = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
});

export function Providers({ preferences, children }: { preferences: Preferences; children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme={preferences.colourScheme}
      getStyleNonce={() => nonce}
    >
      <DatesProvider settings={{ firstDayOfWeek: 1, weekendDays: [] }}>
        <I18nextProvider i18n={i18n}>
          <QueryClientProvider client={queries}>
            <PreferencesProvider initial={preferences}>
              <Notifications position="bottom-right" autoClose={6000} />
              {children}
            </PreferencesProvider>
          </QueryClientProvider>
        </I18nextProvider>
      </DatesProvider>
    </MantineProvider>
  );
}
