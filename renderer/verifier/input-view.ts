/** The three ways a code comes in: the camera, a photo, the keyboard (or a scanner that types). */
import { element } from './elements.ts';
import { codeInPhoto } from './find-code.ts';
import { hasCamera, lookForCode, type Looking } from './camera.ts';
import type { PageWords } from './injected-data.ts';

export type Input = {
  view: HTMLElement;
  /** Lets the camera go. */
  close(): void;
};

/** Longer than any code of a badge. */
const longestTyped = 2000;

export function inputView(words: PageWords, onCode: (code: string) => void): Input {
  const told = element('p', { class: 'told', role: 'status' });
  const showToast = (text: string): void => {
    told.textContent = text;
  };
  const camera = cameraView(words, showToast, onCode);
  const view = element('section', { class: 'input' }, camera.view, photoView(words, showToast, onCode), told);
  view.append(typedView(words, onCode));
  return { view, close: camera.close };
}

function cameraView(words: PageWords, showToast: (text: string) => void, onCode: (code: string) => void): Input {
  const { scan } = words;
  const view = element('div', { class: 'camera' });
  if (!hasCamera()) return { view, close: () => undefined };
  const button = element('button', { type: 'button', class: 'main' }, scan.camera);
  const video = element('video', { muted: true, playsinline: true, 'aria-label': scan.live, hidden: true });
  video.muted = true;
  let looking: Looking | null = null;
  let closed = false;
  const stop = (): void => {
    looking?.stop();
    looking = null;
    video.hidden = true;
    button.textContent = scan.camera;
  };
  const start = async (): Promise<void> => {
    button.disabled = true;
    video.hidden = false;
    showToast(scan.aim);
    try {
      const begun = await lookForCode(video, onCode);
      // The page went on to something else while the browser asked for leave.
      if (closed) begun.stop();
      else looking = begun;
      button.textContent = scan.stop;
    } catch (error) {
      video.hidden = true;
      showToast(error instanceof DOMException && error.name === 'NotAllowedError' ? scan.refused : scan.missing);
    }
    button.disabled = false;
  };
  button.addEventListener('click', () => {
    if (looking) {
      stop();
      showToast('');
    } else void start();
  });
  view.append(video, button);
  return {
    view,
    close: () => {
      closed = true;
      stop();
    },
  };
}

function photoView(words: PageWords, showToast: (text: string) => void, onCode: (code: string) => void): HTMLElement {
  const { photo } = words;
  const file = element('input', { type: 'file', accept: 'image/*', class: 'file', id: 'photo' });
  const label = element('label', { class: 'button', for: 'photo' }, photo.choose);
  const read = async (chosen: Blob): Promise<void> => {
    showToast(photo.reading);
    const found = await codeInPhoto(chosen);
    if (typeof found === 'object') onCode(found.code);
    else showToast(photo[found]);
  };
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (chosen) void read(chosen);
    // The same photo may be chosen again.
    file.value = '';
  });
  return element('div', { class: 'photo' }, file, label);
}

function typedView(words: PageWords, onCode: (code: string) => void): HTMLElement {
  const field = element('textarea', {
    ...{ id: 'typed', rows: '2', maxlength: String(longestTyped), autocomplete: 'off' },
    ...{ autocapitalize: 'characters', spellcheck: 'false' },
  });
  const button = element('button', { type: 'submit' }, words.typed.check);
  const form = element(
    'form',
    { class: 'typed', novalidate: true },
    element('label', { for: 'typed' }, words.typed.label),
    field,
    button,
  );
  const check = (): void => {
    if (field.value.trim() !== '') onCode(field.value);
  };
  form.addEventListener('submit', (submitted) => {
    submitted.preventDefault();
    check();
  });
  // A scanner ends what it types with Enter; no code has lines.
  field.addEventListener('keydown', (pressed) => {
    if (pressed.key !== 'Enter' || pressed.isComposing) return;
    pressed.preventDefault();
    check();
  });
  return form;
}
