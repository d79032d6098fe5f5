/** Makes the sample office in a folder: the real round with invented people, marked as sample for good. */
import { refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { noDialogs } from '../context/ports.ts';
import { openOffice } from '../office.ts';
import type { Compiler } from '../documents/compiler.ts';
import { lockSample } from './staff.ts';
import { carryRound, sampleClock } from './carry-round.ts';

export type SampleOptions = {
  folder: string;
  compiler: Compiler;
  signal: AbortSignal;
  onProgress: (done: number, total: number) => void;
};

export async function makeSampleOffice(options: SampleOptions): Promise<Outcome<null>> {
  const clock = sampleClock();
  const opened = await openOffice({
    folder: options.folder,
    ports: { dialogs: noDialogs },
    compiler: options.compiler,
    clock,
  });
  if (!opened.ok) return opened;
  try {
    const carried = await carryRound({ ...options, office: opened.value, clock, sample: true, variety: true });
    return carried.ok ? await lockSample(options.folder) : carried;
  } catch (error) {
    if (options.signal.aborted) return refuse('job.cancelled');
    throw error;
  } finally {
    await opened.value.close();
  }
}
