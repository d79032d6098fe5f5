/** Two running applications that hand an election to each other over a folder that stands for the stick. */
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { locales } from '#locales/index.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import { resizeTo, screenSizes, type RunningApp } from './app.ts';
import { answerDialogs } from './dialogs.ts';
import { someSettings } from './fictitious.ts';
import { ask, establish } from './office.ts';

const passphrase = 'күчтүү сырсөз айкашы';
export const slow = { timeout: 180_000 };

export function twoLaptops(language: Language, stick: string) {
  const w = locales[language];
  const button = ({ page }: RunningApp, name: string) => page.getByRole('button', { name, exact: true });
  return {
    /** An office with a series of its own. */
    async establish({ page }: RunningApp, series: string, clerk: string): Promise<void> {
      await ask(page, 'preferences.set', { language, colourScheme: 'light' });
      const certificates = { ...someSettings.certificates, series };
      await establish(page, { ...someSettings, clerk, certificates });
    },
    /** To the screen of handovers, with an election open. */
    async go(app: RunningApp, electionId: string): Promise<void> {
      await ask(app.page, 'preferences.set', { electionId });
      await resizeTo(app, screenSizes.small);
      await app.page.reload();
      await app.page.getByRole('link', { name: w.common.nav.handover, exact: true }).click();
    },
    /** Hands everybody over; answers the bag's folder. */
    async give({ page, electron }: RunningApp, electionId: string): Promise<string> {
      await answerDialogs(electron, { folder: stick });
      await ask(page, 'handover.chooseFolder', { language });
      const { bag } = await ask(page, 'handover.write', {
        ...{ electionId, scope: { kind: 'everything' }, level: 'full', folder: stick, passphrase },
        ...{ giver: 'Сынакчы', receiver: 'Ош', languages: [language], job: 'give' },
      });
      return join(stick, bag);
    },
    /** Chooses the bag on the screen. */
    async look(app: RunningApp, bag: string): Promise<void> {
      await answerDialogs(app.electron, { folder: bag });
      await button(app, w.receiving.choose).click();
    },
    /** Compares the key where it is new, and opens the bag. */
    async open(app: RunningApp): Promise<void> {
      const { page } = app;
      const compared = page.getByRole('checkbox', { name: w.receiving.compared });
      await expect(page.getByText(w.receiving.signed)).toBeVisible(slow);
      if (await compared.isVisible()) await compared.press('Space');
      const form = page.getByRole('form', { name: w.receiving.title });
      await form.getByLabel(w.receiving.passphrase).fill(passphrase);
      await form.getByLabel(w.receiving.passphrase).press('Enter');
      await expect(button(app, w.receiving.take)).toBeVisible(slow);
    },
    async take(app: RunningApp): Promise<void> {
      await button(app, w.receiving.take).click();
      await expect(app.page.getByText(w.receiving.taken)).toBeVisible(slow);
    },
  };
}
