/** The list of what the program is made of: everything that is shipped, and no tool. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { inProject } from '../../electron/launch/project.ts';
import { makeSbom } from '../../electron/launch/sbom.ts';

describe('npm run sbom', () => {
  it('lists every dependency of package.json in the locked version with its hash, and Electron, and no tool', async () => {
    const sbom = await makeSbom();
    const project = JSON.parse(await readFile(inProject('package.json'), 'utf8')) as {
      name: string;
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    expect(sbom.bomFormat).toBe('CycloneDX');
    expect(sbom.metadata.component.name).toBe(project.name);
    // Two versions of one package are two parts.
    const versions = new Set(sbom.components.map(({ name, version }) => `${name}@${version}`));
    const listed = new Set(sbom.components.map(({ name }) => name));
    for (const [name, version] of Object.entries(project.dependencies))
      expect(versions).toContain(`${name}@${version}`);
    expect(versions).toContain(`electron@${project.devDependencies.electron ?? ''}`);
    const lock = JSON.parse(await readFile(inProject('package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
    };
    const shipped = Object.entries(lock.packages)
      .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
      .map(([path]) => path.split('node_modules/').at(-1) ?? '');
    expect(shipped.length).toBeGreaterThan(50);
    expect(shipped.filter((name) => !listed.has(name))).toEqual([]);
    for (const tool of ['eslint', 'vitest', 'electron-builder', 'typescript']) expect(listed.has(tool)).toBe(false);
    for (const { name, hashes } of sbom.components) expect(hashes, name).toMatchObject([{ alg: 'SHA-512' }]);
  });
});
