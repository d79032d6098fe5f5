/** An update that comes on a stick: what the publisher signs of it. */
import { z } from 'zod';
import { Instant, Sha256 } from '../base/primitives.ts';
import { ProgramVersion } from '../base/program-version.ts';

export const product = 'observer-accreditation';

/**
 * How the program is installed. `nsis`: Windows' installer; `portable`: Windows' single file; `AppImage` and `deb`: Linux;
 * `dmg`: macOS. An update of one kind cannot take the place of another.
 */
export const installationKinds = ['nsis', 'portable', 'AppImage', 'deb', 'dmg'] as const;
export const InstallationKind = z.enum(installationKinds);
export type InstallationKind = z.infer<typeof InstallationKind>;

export const platforms = ['win32', 'linux', 'darwin'] as const;
export const architectures = ['x64', 'arm64'] as const;

export const platformOf: Record<InstallationKind, (typeof platforms)[number]> = {
  nsis: 'win32',
  portable: 'win32',
  AppImage: 'linux',
  deb: 'linux',
  dmg: 'darwin',
};

/** A gigabyte: several times what the program is. */
export const largestUpdateBytes = 1024 * 1024 * 1024;

export const UpdateManifest = z.strictObject({
  product: z.string().max(60),
  version: ProgramVersion,
  platform: z.enum(platforms),
  architecture: z.enum(architectures),
  kind: InstallationKind,
  /** The installer's own name: ASCII, no folder. */
  file: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,100}\.(?:exe|AppImage|deb|dmg)$/u),
  bytes: z.int().min(1).max(largestUpdateBytes),
  sha256: Sha256,
  made: Instant,
});
export type UpdateManifest = z.infer<typeof UpdateManifest>;
