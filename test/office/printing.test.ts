import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createCompiler } from '../../electron/office/documents/compiler.ts';
import { mostInBatch } from '../../electron/office/documents/batches.ts';
import { makeBadges, printBadges } from '../support/badges.ts';
import { projectRoot, testCompiler } from '../support/open-office.ts';
import { pdfText } from '../support/pdf.ts';

const compiler = testCompiler();
afterAll(() => compiler.close());

describe('many badges in one print', () => {
  it('come as one PDF, everybody once and in order, and say how far they are', async () => {
    const badges = makeBadges(2 * mostInBatch + 10);
    const told: number[] = [];
    const pdf = await printBadges(compiler, badges, (done, total) => told.push(done / total));
    const pages = await pdfText(pdf);
    expect(pages).toHaveLength(Math.ceil(badges.length / 4));
    const numbers = pages.join('\n').match(/A-\d{4}/gu) ?? [];
    const seen = [...new Set(numbers)];
    expect(seen.sort()).toEqual(badges.map(({ person }) => person.number));
    pages.forEach((page, index) => {
      for (const { person } of badges.slice(index * 4, index * 4 + 4)) expect(page).toContain(person.number);
    });
    expect(told.length).toBeGreaterThanOrEqual(3);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
    expect(told.at(-1)).toBe(1);
  });

  it('are the same bytes when they are made again', async () => {
    const badges = makeBadges(mostInBatch + 1, 1);
    const [first, second] = [await printBadges(compiler, badges), await printBadges(compiler, badges)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });
});

describe('a compiler that falls', () => {
  it('is a refusal for the paper it was making, and the next paper has a new one', async () => {
    const workerFile = join(projectRoot, 'test', 'support', 'falling-worker.ts');
    const falling = createCompiler({ workerFile, projectRoot });
    const job = { template: 'paper.typ', data: '{}', files: [] };
    const { signal } = new AbortController();
    expect(await falling.compile(job, signal)).toMatchObject({ ok: false, refusal: { code: 'document.compilerFell' } });
    expect(await falling.compile(job, signal)).toMatchObject({ ok: true });
    await falling.close();
  });
});
