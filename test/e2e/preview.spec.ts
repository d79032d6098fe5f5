/** The preview of a document is the very PDF that prints, in Chromium's viewer. */
import { ask, sampleIsOpen } from '../support/office.ts';
import { pdfInfo } from '../support/pdf.ts';
import { expect, test } from './fixtures.ts';

// Made by the application itself: after so much work its memory is tidied up just when the viewer starts.
test.use({ fresh: true, launch: { args: ['--sample'] } });

test('a document is served under its token, shown by the viewer in a frame, and gone when it is closed', async ({
  running: { electron, page },
}) => {
  await sampleIsOpen(page);
  const election = (await ask(page, 'election.list', {}))[0]!;
  const request = { kind: 'issue-log', electionId: election.id, organisationId: null } as const;
  const made = await ask(page, 'document.render', { request, languages: ['ky'], record: false, job: 'preview' });
  const address = `app://office/document/${made.token}.pdf`;

  const bytes = await page.evaluate(async (url) => {
    const response = await fetch(url);
    return response.ok ? [...new Uint8Array(await response.arrayBuffer())] : [];
  }, address);
  expect(bytes).toHaveLength(made.bytes);
  expect((await pdfInfo(Uint8Array.from(bytes))).get('Pages')).toBe(String(made.pages));

  await page.evaluate((url) => {
    const frame = Object.assign(document.createElement('iframe'), { src: `${url}#navpanes=0`, id: 'preview' });
    document.body.replaceChildren(frame);
    Object.assign(frame.style, { position: 'fixed', inset: '0', width: '100%', height: '100%', border: '0' });
  }, address);
  // The viewer's ground is dark; what is white is paper.
  const shareOfPaper = (): Promise<number> =>
    electron.evaluate(async ({ BrowserWindow }) => {
      const picture = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
      const pixels = picture?.toBitmap() ?? Buffer.alloc(4);
      let white = 0;
      for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) > 500) white += 1;
      return white / (pixels.length / 4);
    });
  const showsPaperOnDarkGround = async (): Promise<boolean> => {
    const share = await shareOfPaper();
    return share > 0.2 && share < 0.95;
  };
  await expect.poll(showsPaperOnDarkGround).toBe(true);

  await page.evaluate(() => {
    document.body.replaceChildren();
  });
  await ask(page, 'document.close', { token: made.token });
  expect(await page.evaluate((url) => fetch(url).then(({ status }) => status), address)).toBe(404);
});
