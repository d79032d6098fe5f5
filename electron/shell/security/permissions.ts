/**
 * Rule: the page is refused everything that Chromium could ask the clerk for, but the camera for photos and putting text
 * on the clipboard when the clerk presses a button. Reading the clipboard stays refused.
 */
import type { Session } from 'electron';
import { isStartPage, origin } from '../addresses.ts';

export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const ownPage = details.isMainFrame && isStartPage(details.requestingUrl);
    const asksForVideoOnly = 'mediaTypes' in details && details.mediaTypes.join() === 'video';
    answer(ownPage && ((permission === 'media' && asksForVideoOnly) || permission === 'clipboard-sanitized-write'));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) => {
    const isOurs = requestingOrigin === origin || requestingOrigin === `${origin}/`;
    return (
      isOurs &&
      ((permission === 'media' && details.mediaType === 'video') || permission === 'clipboard-sanitized-write')
    );
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
}
