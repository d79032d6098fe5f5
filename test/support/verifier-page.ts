/** Before unit and office tests: the verifier page that bags hold, built when its sources have changed. */
import { buildVerifier } from '../../electron/launch/build-verifier.ts';

export default (): Promise<void> => buildVerifier();
