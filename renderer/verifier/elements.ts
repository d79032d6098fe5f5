/** Elements of the page. Texts are only ever put in as text: a name with markup in it is shown as it is written. */

type Attributes = Record<string, string | boolean>;

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, '');
    else if (value !== false) made.setAttribute(name, value);
  }
  made.append(...content);
  return made;
}

/** Signs beside the verdict's words, drawn with one stroke each. */
const strokes = {
  good: 'M5 12.5l4.5 4.5L19 7.5',
  bad: 'M6 6l12 12M18 6L6 18',
  wait: 'M12 5v9M12 18.5v.5',
  plain: 'M6 12h12',
} as const;
export type Tone = keyof typeof strokes;

export function sign(tone: Tone): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(space, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('class', 'sign');
  drawing.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', strokes[tone]);
  drawing.append(path);
  return drawing;
}
