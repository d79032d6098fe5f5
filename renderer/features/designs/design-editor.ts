/** What every tab of the design's screen works on. */
import type { Design } from '#shared/domain/records/design.ts';
import type { FaultsAt } from '../../components/faults.tsx';
import type { Shown } from './DesignPreview.tsx';

export type DesignWorkProps = {
  design: Design;
  onChange: (design: Design) => void;
  at: FaultsAt;
  /** Brings the paper that is worked on into the preview. */
  onShow: (next: Partial<Shown>) => void;
};
