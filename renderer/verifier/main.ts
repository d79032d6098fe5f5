/**
 * The verifier page: one file that checks badges where the office is not, on any phone or laptop, without a network. The
 * office has put its list into it; a code comes by the camera, from a photo, or typed.
 */
import './older-browsers.ts';
import { openList } from '#shared/badge-check/check-list.ts';
import { judgeCode, type Verdict } from '#shared/badge-check/verdict.ts';
import { languages } from '#shared/domain/base/languages.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import { aboutList, pageHead } from './environment.ts';
import { element, sign } from './elements.ts';
import { readGiven } from './injected-data.ts';
import { inputView, type Input } from './input-view.ts';
import { verdictView } from './verdict-view.ts';

const given = readGiven();
const opened = openList(given.signed);
const page = document.getElementById('page') ?? document.body;
let language: Language = languages[0];
let verdict: Verdict | null = null;
let input: Input | null = null;

/** The day on this device, YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function speak(chosen: Language): void {
  language = chosen;
  draw();
  document.querySelector<HTMLElement>(`[data-language="${chosen}"]`)?.focus();
}

function draw(): void {
  const words = given.words[language];
  input?.close();
  input = null;
  document.documentElement.lang = language;
  document.title = words.title;
  const head = pageHead(words, language, opened?.list ?? null, speak);
  if (!opened) {
    const { title, detail } = words.altered;
    const heading = element('h2', {}, sign('bad'), element('span', {}, title));
    const view = element('section', { class: 'verdict bad', role: 'alert', 'data-answer': 'altered' }, heading);
    view.append(element('p', { class: 'detail' }, detail));
    page.replaceChildren(head, view);
    return;
  }
  const { list, fingerprint } = opened;
  const about = aboutList(list, fingerprint, words);
  const place = element('div', { class: 'work', 'aria-live': 'polite' });
  if (verdict) {
    const another = element('button', { type: 'button', class: 'main' }, words.another);
    another.addEventListener('click', () => {
      verdict = null;
      draw();
      page.querySelector<HTMLElement>('.input button, .input label')?.focus();
    });
    place.append(verdictView(verdict, list, words, language), another);
  } else {
    input = inputView(words, (code) => {
      verdict = judgeCode(code, list, today());
      draw();
      page.querySelector<HTMLElement>('.verdict h2')?.focus();
      // On a phone the answer takes the place of what stands above it.
      page.querySelector('.verdict')?.scrollIntoView();
    });
    place.append(input.view);
  }
  page.replaceChildren(head, place, about);
}

draw();
