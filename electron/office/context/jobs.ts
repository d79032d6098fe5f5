/** Long works: each can be watched and cancelled by its name. */
import { refuse, type Outcome } from '#shared/domain/base/refusals.ts';

export type JobControl = {
  signal: AbortSignal;
  /** `done` of `total` pieces are finished. */
  progress(done: number, total: number): void;
};

export type Jobs = {
  /** Runs a work; when it is cancelled the reply is the refusal `job.cancelled`, whatever the work said. */
  run<T>(name: string, work: (control: JobControl) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  cancel(name: string): void;
  cancelAll(): void;
};

/** At most so many progress notices a second reach the screen. */
const noticesPerSecond = 20;

export function createJobs(onProgress: (job: string, done: number, total: number) => void): Jobs {
  const running = new Map<string, AbortController>();
  return {
    async run(name, work) {
      const controller = new AbortController();
      running.set(name, controller);
      let noticed = 0;
      const progress = (done: number, total: number) => {
        const now = performance.now();
        if (done < total && now - noticed < 1000 / noticesPerSecond) return;
        noticed = now;
        onProgress(name, done, total);
      };
      try {
        const outcome = await work({ signal: controller.signal, progress });
        return controller.signal.aborted && !outcome.ok ? refuse('job.cancelled') : outcome;
      } catch (error) {
        if (controller.signal.aborted) return refuse('job.cancelled');
        throw error;
      } finally {
        running.delete(name);
      }
    },
    cancel(name) {
      running.get(name)?.abort();
    },
    cancelAll() {
      for (const controller of running.values()) controller.abort();
    },
  };
}
