import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..', '..', 'renderer');

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));

/** Attributes that a person reads or hears. */
const shown = new Set([
  'label',
  'title',
  'placeholder',
  'description',
  'error',
  'detail',
  'hint',
  'summary',
  'alt',
  'aria-label',
  'confirmLabel',
  'closeButtonLabel',
]);
const letters = /\p{L}{2,}/u;

/** String literals that reach the screen without coming from `locales/`. */
function spokenLiterals(name: string): string[] {
  const source = ts.createSourceFile(
    name,
    readFileSync(join(root, name), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const found: string[] = [];
  const note = (node: ts.Node, text: string): void => {
    if (!letters.test(text)) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${name}:${String(line + 1)} ${text.trim()}`);
  };
  /** A literal that is itself shown, whichever way a condition goes. */
  const literal = (node: ts.Expression): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) note(node, node.text);
    else if (ts.isTemplateExpression(node))
      for (const part of [node.head, ...node.templateSpans.map(({ literal: one }) => one)]) note(part, part.text);
    else if (ts.isConditionalExpression(node)) {
      literal(node.whenTrue);
      literal(node.whenFalse);
    } else if (ts.isParenthesizedExpression(node)) literal(node.expression);
    else if (ts.isBinaryExpression(node) && node.operatorToken.kind !== ts.SyntaxKind.CommaToken) literal(node.right);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, node.text);
    if (
      ts.isJsxExpression(node) &&
      node.expression &&
      (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent))
    ) {
      literal(node.expression);
    }
    if (ts.isJsxAttribute(node) && node.initializer && shown.has(node.name.getText(source))) {
      if (ts.isStringLiteral(node.initializer)) note(node.initializer, node.initializer.text);
      if (ts.isJsxExpression(node.initializer) && node.initializer.expression) literal(node.initializer.expression);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('the screens', () => {
  it('say nothing that does not come from locales', () => {
    expect(sources.length).toBeGreaterThan(40);
    expect(sources.flatMap(spokenLiterals)).toEqual([]);
  });
});
