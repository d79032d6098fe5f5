/** Rule: the page is refused everything that Chromium could ask the clerk for, but the camera for photos. */
import type { Session } from 'electron';
import { isStartPage, origin } from '../addresses.ts';

export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const asksForVideoOnly = 'mediaTypes' in details && details.mediaTypes.join() === 'video';
    answer(permission === 'media' && asksForVideoOnly && details.isMainFrame && isStartPage(details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) => {
    const isOurs = requestingOrigin === origin || requestingOrigin === `${origin}/`;
    return permission === 'media' && details.mediaType === 'video' && isOurs;
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
}
