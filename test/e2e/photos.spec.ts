/** Photos as a clerk gets them: a file, a file dropped, the clipboard, the camera; turned, cut, and refused in words. */
import type { Page } from '@playwright/test';
import { locales } from '#locales/index.ts';
import { drawPortrait } from '../../electron/office/sample/portrait.ts';
import { resizeTo, screenSizes, type RunningApp } from '../support/app.ts';
import { someOrganisation, someElection, someSettings } from '../support/fictitious.ts';
import { ask, establish } from '../support/office.ts';
import { expectNoAxeFaults } from '../support/screens.ts';
import { expect, test } from './fixtures.ts';

// With a camera that shows a picture of Chromium's own.
test.use({ launch: { args: ['--use-fake-device-for-media-stream'] } });

const w = locales.ky;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const photo = (page: Page) => page.getByRole('complementary').getByRole('img', { name: w.photos.picture });

let running: RunningApp;

test.beforeEach(async ({ running: started }) => {
  running = started;
  const { page } = running;
  await ask(page, 'preferences.set', { language: 'ky' });
  await establish(page, someSettings);
  const election = await ask(page, 'election.save', { id: null, fields: someElection });
  await ask(page, 'organisation.save', { id: null, fields: someOrganisation, correspondence: null });
  await ask(page, 'preferences.set', { electionId: election.id });
  await page.reload();
  await resizeTo(running, screenSizes.small);
});

const file = (page: Page) => page.locator('input[type=file]');
const dialog = (page: Page) => page.getByRole('dialog');

async function newApplication(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = '#/applications/new';
  });
  await expect(page.getByText(w.photos.dropHere)).toBeVisible();
}

test('a photo from a file is moved and sized by keys, turned, straightened and used', async () => {
  const { page } = running;
  await newApplication(page);
  await file(page).setInputFiles({
    name: 'a.png',
    mimeType: 'image/png',
    buffer: Buffer.from(drawPortrait(3, 'male')),
  });
  await expect(dialog(page).getByText(w.photos.lookAgain)).toBeVisible();
  await expect(dialog(page)).toContainText('300 × 400');
  const area = page.getByRole('group', { name: w.photos.frame.area });
  const height = async () => (await area.boundingBox())?.height ?? 0;
  const before = await height();
  await area.focus();
  for (let times = 0; times < 4; times += 1) await page.keyboard.press('-');
  await expect.poll(height).toBeLessThan(before * 0.9);
  const left = async () => (await area.boundingBox())?.x ?? 0;
  const x = await left();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(left).toBeLessThan(x);
  await button(page, w.photos.turnRight).click();
  await expect(dialog(page)).toContainText('225 × 300');
  await button(page, w.photos.turnLeft).click();
  await page.getByRole('slider', { name: w.photos.straighten }).press('ArrowRight');
  await expectNoAxeFaults(page);
  await button(page, w.photos.use).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(photo(page)).toBeVisible();

  await test.step('and cut again from the file as it was received', async () => {
    await button(page, w.photos.cutAgain).click();
    await expect(page.getByRole('slider', { name: w.photos.straighten })).toHaveAttribute('aria-valuenow', '0.5');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
  });
});

test('what cannot become a photo is refused at once and in words', async () => {
  const { page } = running;
  await newApplication(page);
  const refused: [string, Buffer][] = [
    [w.photos.fault.notAnImage, Buffer.from('not a picture')],
    [w.photos.fault.heic, Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1')],
    [w.photos.fault.animated, Buffer.from('GIF89a', 'latin1')],
    [w.photos.fault.unreadable, Buffer.from(drawPortrait(3, 'male')).subarray(0, 60)],
  ];
  for (const [words, buffer] of refused) {
    await file(page).setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
    await expect(dialog(page).getByRole('alert')).toHaveText(words);
    await expect(button(page, w.photos.use)).toBeDisabled();
    await button(page, w.common.action.cancel).click();
    await expect(dialog(page)).toHaveCount(0);
  }
});

/** A transfer of one file, as a drag from the desktop or the clipboard brings it. */
const transferOf = (page: Page, png: Uint8Array) =>
  page.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], 'photo.png', { type: 'image/png' }));
    return data;
  }, Buffer.from(png).toString('base64'));

test('a picture dropped on the photo, and one on the clipboard by key and by button, are taken', async () => {
  const { page } = running;
  await newApplication(page);
  const dataTransfer = await transferOf(page, drawPortrait(5, 'female'));
  await page.getByText(w.photos.dropHere).dispatchEvent('drop', { dataTransfer });
  await button(page, w.photos.use).click();
  await expect(photo(page)).toBeVisible();

  const put = (png: string | null) =>
    page.evaluate(async (base64) => {
      if (base64 === null) return navigator.clipboard.writeText('words');
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      return navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })]);
    }, png);
  await put(Buffer.from(drawPortrait(9, 'female')).toString('base64'));
  for (const paste of [() => page.keyboard.press('Control+v'), () => button(page, w.photos.paste).click()]) {
    await paste();
    await expect(dialog(page)).toContainText('300 × 400');
    await button(page, w.common.action.cancel).click();
    await expect(dialog(page)).toHaveCount(0);
  }
  await put(null);
  await button(page, w.photos.paste).click();
  await expect(page.getByText(w.photos.clipboardEmpty)).toBeVisible();
});

test('the camera takes a photo, and another when the first is no good', async () => {
  const { page } = running;
  await newApplication(page);
  await button(page, w.photos.camera.open).click();
  await expect(button(page, w.photos.camera.take)).toBeEnabled();
  await expectNoAxeFaults(page);
  await button(page, w.photos.camera.take).click();
  await button(page, w.photos.camera.again).click();
  await button(page, w.photos.camera.take).click();
  await button(page, w.photos.use).click();
  await expect(photo(page)).toBeVisible();
});

test.describe('without a camera', () => {
  test.use({ launch: {} });
  test('the clerk is told so, and can try again', async () => {
    const { page } = running;
    await newApplication(page);
    await button(page, w.photos.camera.open).click();
    await expect(dialog(page).getByRole('alert')).toHaveText(w.photos.camera.fault.none);
    await expect(button(page, w.photos.camera.retry)).toBeVisible();
  });
});
