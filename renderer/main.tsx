/** Entry of the screens: reads the preferences first, so that the first thing drawn speaks the clerk's language. */
// First, so that the house's styles come after Mantine's and have the last word.
import './shell/styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Application } from './shell/application.tsx';
import { speak } from './base/i18n.ts';
import { call } from './base/office.ts';
import { Providers } from './shell/providers.tsx';

const reply = await call('preferences.get', {});
if (!reply.ok) throw new Error(reply.refusal.code);
const preferences = reply.value;
speak(preferences.language ?? 'ky');

const place = document.getElementById('root');
if (!place) throw new Error('the page has no place for the screens');
createRoot(place).render(
  <StrictMode>
    <Providers preferences={preferences}>
      <Application />
    </Providers>
  </StrictMode>,
);
