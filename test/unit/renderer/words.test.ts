/** Every word on the screens comes from locales/: read from the sources themselves, as the compiler sees them. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const renderer = join(import.meta.dirname, '..', '..', '..', 'renderer');
const screens = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));

/** Attributes whose text a person reads or hears. */
const spoken = new Set([
  ...['label', 'title', 'placeholder', 'description', 'alt', 'error', 'summary', 'hint', 'detail', 'confirmLabel'],
  ...['aria-label', 'aria-description', 'aria-placeholder', 'aria-roledescription', 'aria-valuetext'],
  ...['nothingFoundMessage', 'closeButtonLabel', 'legend', 'message'],
]);
const letter = /\p{L}/u;

/** The text of a literal that holds letters, in whatever way it is written; null for anything else. */
function wording(node: ts.Node): string | null {
  if (ts.isJsxExpression(node)) return node.expression ? wording(node.expression) : null;
  if (ts.isParenthesizedExpression(node)) return wording(node.expression);
  if (ts.isConditionalExpression(node)) return wording(node.whenTrue) ?? wording(node.whenFalse);
  if (ts.isBinaryExpression(node)) {
    const sign = node.operatorToken.kind;
    if (sign === ts.SyntaxKind.AmpersandAmpersandToken) return wording(node.right);
    // Comparisons name values of the domain, which nobody reads; sums and fallbacks are shown.
    const shown = [ts.SyntaxKind.PlusToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken];
    return shown.includes(sign) ? (wording(node.left) ?? wording(node.right)) : null;
  }
  if (ts.isTemplateExpression(node)) {
    const own = [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join('');
    return letter.test(own) ? own : null;
  }
  return ts.isStringLiteralLike(node) && letter.test(node.text) ? node.text : null;
}

function wordsWithoutLocale(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const note = (node: ts.Node, text: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push(`${relative(renderer, source.fileName)}:${String(line + 1)} ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && letter.test(node.text)) note(node, node.text);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) {
      const text = wording(node);
      if (text !== null) note(node, text);
    }
    if (ts.isJsxAttribute(node) && node.initializer && spoken.has(node.name.getText(source))) {
      const text = wording(node.initializer);
      if (text !== null) note(node, text);
    }
    // Options, columns and notices are objects: `{ value, label: '…' }`.
    if (ts.isPropertyAssignment(node) && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name))) {
      const text = spoken.has(node.name.text) ? wording(node.initializer) : null;
      if (text !== null) note(node, text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const parse = (name: string, text: string): ts.SourceFile =>
  ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);

describe('the screens', () => {
  it.each(screens)('have no word of their own in %s', (name) => {
    const path = join(renderer, name);
    expect(wordsWithoutLocale(parse(path, readFileSync(path, 'utf8')))).toEqual([]);
  });

  it('would be caught with one, however it is written', () => {
    const caught = (jsx: string) => wordsWithoutLocale(parse(join(renderer, 'made-up.tsx'), `const x = ${jsx};`));
    expect(caught('<p>Сактоо</p>')).toHaveLength(1);
    expect(caught("<p>{'Сактоо'}</p>")).toHaveLength(1);
    expect(caught("<p>{busy ? 'Saving' : t('a')}</p>")).toHaveLength(1);
    expect(caught('<input aria-label="Name" />')).toHaveLength(1);
    expect(caught('<input placeholder={`Name ${n}`} />')).toHaveLength(1);
    expect(caught("[{ value: 'a', label: 'All' }]")).toHaveLength(1);
    expect(caught("<p title={t('common:action.save')}>{n} × {m}</p>")).toEqual([]);
  });
});
