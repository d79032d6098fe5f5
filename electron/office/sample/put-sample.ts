/** The sample office put in its place. */
import { done, type Outcome } from '#shared/domain/base/refusals.ts';
import type { Compiler } from '../documents/compiler.ts';
import type { Jobs } from '../context/jobs.ts';
import type { BackupDevice } from '../device/device.ts';
import { makeSampleOffice } from './make-sample-office.ts';

export type SamplePlace = { folder: string; device: BackupDevice; jobs: Jobs; compiler: Compiler };

/** Made beside its place, as a job, and moved there when whole: half a sample office is never opened. Once there, it stays. */
export async function putSample(
  { folder, device, jobs, compiler }: SamplePlace,
  job: string,
): Promise<Outcome<Record<string, never>>> {
  if ((await device.size(folder)) !== null) return done({});
  const half = `${folder}.partial`;
  await device.removeFolder(half);
  const made = await jobs.run(job, ({ signal, progress }) =>
    makeSampleOffice({ folder: half, compiler, signal, onProgress: progress }),
  );
  if (made.ok) await device.rename(half, folder);
  else await device.removeFolder(half);
  return made.ok ? done({}) : made;
}
