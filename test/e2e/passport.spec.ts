/** A passport pasted or scanned into any field: what is empty is filled, what differs is asked, what was misread is said. */
import type { Page } from '@playwright/test';
import { locales } from '#locales/index.ts';
import { resizeTo, screenSizes } from '../support/app.ts';
import { ask, sampleIsOpen } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });

const passport = 'P<DEUERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36DEU7408122F3804151ZE184226B<<<<<16';
/** As a reader's keys come out while the laptop types Russian. */
const scanned = passport.replace(
  /[A-Z<]/gu,
  (sign) => 'ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬБ'['QWERTYUIOPASDFGHJKLZXCVBNM<'.indexOf(sign)] ?? sign,
);

const paste = async (page: Page, text: string): Promise<void> => {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
};

for (const { language, title } of story(
  'a passport fills the form from any field, and the clerk judges what differs',
)) {
  test(title, async ({ running }) => {
    const { page } = running;
    const { applications: w, mrz } = locales[language];
    await sampleIsOpen(page);
    await ask(page, 'preferences.set', { language, colourScheme: language === 'ru' ? 'dark' : 'light' });
    await resizeTo(running, screenSizes.small);
    await page.evaluate(() => {
      window.location.hash = '#/applications/new';
    });
    await page.reload();
    const form = page.getByRole('form', { name: w.form });
    const surname = form.getByRole('textbox', {
      name: w.nameIn.replace('{{part}}', w.surname).replace('{{script}}', w.latin),
    });
    const given = form.getByRole('textbox', {
      name: w.nameIn.replace('{{part}}', w.given).replace('{{script}}', w.latin),
    });
    const birthDate = form.getByRole('textbox', { name: w.birthDate });
    const number = form.getByRole('textbox', { name: w.documentNumber, exact: true });

    // A reader types into the date, with an Enter after each line; nothing of it stays there, and nothing is saved.
    const remarks = form.getByRole('textbox', { name: w.remarks });
    await remarks.fill('кат менен келди');
    await birthDate.focus();
    await page.keyboard.type(`${passport}\n`);
    await expect(surname).toHaveValue('ERIKSSON');
    await expect(given).toHaveValue('ANNA MARIA');
    await expect(number).toHaveValue('L898902C3');
    await expect(birthDate).toHaveValue('12.08.1974');
    await expect(remarks).toHaveValue('кат менен келди');
    await expect(page.getByText(mrz.filled)).toBeVisible();

    // Typed otherwise: the clerk keeps one and takes the other.
    await surname.fill('Erikson');
    await birthDate.fill('21.08.1974');
    await surname.focus();
    await paste(page, scanned.replace('\n', ''));
    const dialog = page.getByRole('dialog', { name: mrz.differs.title });
    await expect(dialog).toBeVisible();
    await expect(surname).toHaveValue('Erikson');
    await expectNoAxeFaults(page);
    const keep = mrz.differs.keep.replace('{{field}}', w.surname).replace('{{value}}', 'Erikson');
    await dialog.getByRole('radio', { name: keep }).press('Space');
    await dialog.getByRole('button', { name: mrz.differs.take }).click();
    await expect(dialog).toHaveCount(0);
    await expect(surname).toHaveValue('Erikson');
    await expect(birthDate).toHaveValue('12.08.1974');

    // A misread sign is named and nothing is taken.
    await number.fill('X1');
    await number.focus();
    await paste(page, passport.replace('L898902C36', 'L898902D36'));
    await expect(page.getByRole('alert').getByText(mrz.wrong.number)).toBeVisible();
    await expect(number).toHaveValue('X1');

    // A document that ends too early warns, and does not refuse.
    await form.getByRole('textbox', { name: w.expiry }).fill('01.12.2025');
    await expect(form.getByText(mrz.expiry.expired)).toBeVisible();
    await expectNoAxeFaults(page);
    await expectNothingCutOff(page);
    await form.getByText(mrz.expiry.expired).scrollIntoViewIfNeeded();
  });
}
