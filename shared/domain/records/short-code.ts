/** The code of papers that have no room for a signed one: event and number. It identifies paper and proves nothing. */
import type { Id } from '../base/primitives.ts';

/** What the QR code of such a certificate or badge says. */
export const qrText = ({ eventId, number }: { eventId: Id; number: string }): string => `KG-OBS/1;${eventId};${number}`;

/** The number in a QR code's text and the event it belongs to; null for a text of another kind. */
export function readQrText(text: string): { eventId: string; number: string } | null {
  const match = /^KG-OBS\/1;([a-z0-9-]+);(.+)$/u.exec(text.trim());
  return match?.[1] && match[2] ? { eventId: match[1], number: match[2] } : null;
}
