/** Printing once more what was printed before: the clerk is told whose it is and how often, and says why. */
import { locales } from '#locales/index.ts';
import { counted } from '../support/counted.ts';
import { ask } from '../support/office.ts';
import { expectNoAxeFaults } from '../support/screens.ts';
import { openSample } from '../support/sample-window.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });

for (const { language, title } of story('a badge is printed again only after the question and with a reason')) {
  test(title, async ({ running }) => {
    const page = await openSample(running, language);
    const w = locales[language];
    const [election] = await ask(page, 'election.list', {});
    const listed = () =>
      ask(page, 'certificate.list', {
        filter: {
          electionId: election?.id ?? '',
          search: '',
          states: ['printed'],
          organisationIds: [],
          decisionIds: [],
        },
        sorting: { column: 'number', descending: false },
        language,
        offset: 0,
        limit: 1,
      });
    const [first] = (await listed()).rows;
    const number = first?.certificate?.number ?? '';
    const person = first?.person.latin ?? '';
    const runs = async () => (await listed()).rows[0]?.certificate?.printRuns.filter(({ paper }) => paper === 'badge');
    const before = (await runs())?.length ?? 0;
    expect(before).toBeGreaterThan(0);

    await page.getByRole('link', { name: w.common.nav.certificates, exact: true }).click();
    await page.getByRole('textbox', { name: w.certificates.search }).fill(number);
    await page.getByRole('checkbox', { name: w.certificates.choose.replace('{{person}}', person) }).check();
    await page.getByRole('button', { name: w.certificates.print, exact: true }).click();
    await page.getByRole('menuitem', { name: w.certificates.printBadges, exact: true }).click();
    const record = page.getByRole('button', { name: w.printing.record, exact: true });
    await record.click({ timeout: 60_000 });

    const question = page.getByRole('dialog', { name: w.reprint.title, exact: true });
    await expect(question).toContainText(w.reprint.line.replace('{{number}}', number).replace('{{person}}', person));
    await expect(question).toContainText(counted(language, w.reprint, 'times', before).split('{{date}}')[0] ?? '');
    const again = question.getByRole('button', { name: w.reprint.confirm, exact: true });
    await expect(again).toBeDisabled();
    await expectNoAxeFaults(page);
    // Esc puts the suggested reasons away, then the question; the preview stays.
    await question.getByRole('combobox', { name: w.reprint.reason }).press('ArrowDown');
    await expect(page.getByRole('option', { name: w.reprint.reasons.paper, exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(question).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(question).toBeHidden();
    expect(await runs()).toHaveLength(before);

    await record.click();
    await question.getByRole('combobox', { name: w.reprint.reason }).fill(w.reprint.reasons.paper);
    await again.click();
    await expect(page.getByText(w.printing.recorded)).toBeVisible({ timeout: 60_000 });
    const after = (await runs()) ?? [];
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)?.reason).toBe(w.reprint.reasons.paper);
  });
}
