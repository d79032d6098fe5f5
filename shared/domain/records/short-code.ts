/** The code of papers that have no room for a signed one: election and number. It identifies paper and proves nothing. */
import type { Id } from '../base/primitives.ts';

/** What the QR code of such a certificate or badge says. */
export const qrText = ({ electionId, number }: { electionId: Id; number: string }): string =>
  `KG-OBS/1;${electionId};${number}`;

/** The number in a QR code's text and the election it belongs to; null for a text of another kind. */
export function readQrText(text: string): { electionId: string; number: string } | null {
  const match = /^KG-OBS\/1;([a-z0-9-]+);(.+)$/u.exec(text.trim());
  return match?.[1] && match[2] ? { electionId: match[1], number: match[2] } : null;
}
