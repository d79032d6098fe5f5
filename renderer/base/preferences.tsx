/** This laptop's preferences: language, colours, the election in hand. Kept by the office; shown at once. */
import { useMantineColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { usualZoom, type Preferences } from '#shared/contract/entry.ts';
import { speak } from './i18n.ts';
import { call } from './office.ts';
import { useZoomKeys, type Zoom } from './zoom.ts';

type PreferencesContext = {
  preferences: Preferences;
  /** Takes effect at once and is kept for the next start. */
  change: (change: Partial<Preferences>) => void;
};

const Context = createContext<PreferencesContext | null>(null);

/** `initial` has been read before the first screen was drawn, so that it speaks the right language from the start. */
export function PreferencesProvider({ initial, children }: { initial: Preferences; children: ReactNode }) {
  const [preferences, setPreferences] = useState(initial);
  const { setColorScheme } = useMantineColorScheme();
  const change = useCallback((given: Partial<Preferences>) => {
    setPreferences((before) => ({ ...before, ...given }));
    if (given.language) speak(given.language);
    void call('preferences.set', given);
  }, []);
  useEffect(() => {
    setColorScheme(preferences.colourScheme);
  }, [preferences.colourScheme, setColorScheme]);
  const systemWantsContrast = useMediaQuery('(prefers-contrast: more)');
  const high = preferences.contrast === 'high' || systemWantsContrast;
  useEffect(() => {
    document.documentElement.toggleAttribute('data-high-contrast', high);
  }, [high]);
  useZoomKeys(
    preferences.zoom ?? usualZoom,
    useCallback((zoom: Zoom) => change({ zoom }), [change]),
  );
  const value = useMemo(() => ({ preferences, change }), [preferences, change]);
  return <Context value={value}>{children}</Context>;
}

export function usePreferences(): PreferencesContext {
  const context = use(Context);
  if (!context) throw new Error('preferences are provided at the root');
  return context;
}
