/** A data folder with the sample office in it, made once for each state of the sources and then copied for every test. */
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inProject, projectRoot } from '../../electron/launch/project.ts';
import { createCompiler } from '../../electron/office/documents/compiler.ts';
import { makeSampleOffice } from '../../electron/office/sample/make-sample-office.ts';

/** Puts `sample-office` into the folder, as the application would have made it. */
export async function putSampleOffice(dataFolder: string): Promise<void> {
  await cp(await preparedSample(), join(dataFolder, 'sample-office'), { recursive: true });
}

async function preparedSample(): Promise<string> {
  // The build's fingerprint of all sources: another state of them makes another sample.
  const fingerprint = await readFile(inProject('out', 'built-from.sha256'), 'utf8');
  const results = inProject('test-results');
  const prepared = join(results, `sample-${fingerprint.slice(0, 16)}`);
  if (existsSync(prepared)) return prepared;

  await mkdir(results, { recursive: true });
  const unfinished = await mkdtemp(join(results, 'sample-unfinished-'));
  const compiler = createCompiler({
    workerFile: inProject('electron', 'office', 'documents', 'compiler-worker.ts'),
    projectRoot,
  });
  try {
    const made = await makeSampleOffice({
      folder: unfinished,
      compiler,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    if (!made.ok) throw new Error(`The sample office could not be made: ${JSON.stringify(made.refusal)}`);
    try {
      await rename(unfinished, prepared);
    } catch (error) {
      // Another worker was the first to finish the same one.
      if (!existsSync(prepared)) throw error;
    }
  } finally {
    await compiler.close();
    await rm(unfinished, { recursive: true, force: true });
  }
  return prepared;
}
