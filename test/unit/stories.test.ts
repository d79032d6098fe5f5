/** The languages of end-to-end stories: one each in the usual run, evenly over the suite, and all in the thorough run. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { languages } from '#shared/domain/base/primitives.ts';
import { inProject } from '../../electron/launch/project.ts';
import { story } from '../support/stories.ts';

const specs = readdirSync(inProject('test', 'e2e')).filter((name) => name.endsWith('.spec.ts'));
const names = specs
  .map((name) => readFileSync(inProject('test', 'e2e', name), 'utf8'))
  .flatMap((text) => [...text.matchAll(/\bof story\(\s*'([^']+)'/gu)].map((found) => found[1] ?? ''));

describe('a story', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('runs in one language in the usual run, and always in the same', () => {
    vi.stubEnv('OBSERVER_TEST_EFFORT', '');
    for (const name of names) {
      const told = story(name);
      expect(told).toHaveLength(1);
      expect(told).toEqual(story(name));
      expect(told[0]?.title).toBe(`${name} (${told[0]?.language ?? ''})`);
    }
  });

  it('runs in all languages in the thorough run', () => {
    vi.stubEnv('OBSERVER_TEST_EFFORT', 'thorough');
    expect(story('any').map(({ language }) => language)).toEqual(languages);
    expect(story('any', ['ru', 'en']).map(({ language }) => language)).toEqual(['ru', 'en']);
  });

  it('leaves each language a good share of the suite', () => {
    vi.stubEnv('OBSERVER_TEST_EFFORT', '');
    expect(names.length).toBeGreaterThan(20);
    for (const language of languages) {
      const share = names.filter((name) => story(name)[0]?.language === language).length / names.length;
      expect(share, language).toBeGreaterThan(0.2);
    }
  });
});
