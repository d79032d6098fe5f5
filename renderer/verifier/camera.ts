/** The device's camera, looked through until a code is seen. */
import { codeIn, pixelsOf } from './find-code.ts';

const framePause = 120;
const frameMilliseconds = 90;
const frameSide = 1280;

/** Undefined where a browser gives no camera to a page that was opened as a file. */
export const hasCamera = (): boolean =>
  (navigator as Partial<Navigator>).mediaDevices !== undefined && window.isSecureContext;

export type Looking = { stop(): void };

/** Shows the camera in `video` and answers with the first code; rejects when the camera does not open. */
export async function lookForCode(video: HTMLVideoElement, onCode: (code: string) => void): Promise<Looking> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 960 } },
  });
  let timer = 0;
  const stop = (): void => {
    window.clearTimeout(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  const look = (): void => {
    const { videoWidth: width, videoHeight: height } = video;
    const pixels = width > 0 ? pixelsOf({ source: video, width, height }, frameSide) : null;
    const code = pixels && codeIn(pixels, frameMilliseconds);
    if (code) {
      stop();
      onCode(code);
    } else timer = window.setTimeout(look, framePause);
  };
  video.srcObject = stream;
  try {
    await video.play();
  } catch (error) {
    stop();
    throw error;
  }
  look();
  return { stop };
}
