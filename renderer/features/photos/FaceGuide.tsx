/** Where the face and the eyes of a photo belong: an oval and a line, drawn over the cut. Seen only, never read out. */
import { eyeLine, faceOval } from './picture-quality.ts';
import styles from './photos.module.css';

export function FaceGuide() {
  const eyes = eyeLine * 400;
  return (
    <svg className={styles.guide} viewBox="0 0 300 400" preserveAspectRatio="none" aria-hidden>
      {(['guideEdge', 'guideLine'] as const).map((line) => (
        <g key={line} className={styles[line]}>
          <ellipse
            cx={faceOval.x * 300}
            cy={faceOval.y * 400}
            rx={faceOval.radiusX * 300}
            ry={faceOval.radiusY * 400}
          />
          <path d={`M 40 ${String(eyes)} H 260`} />
        </g>
      ))}
    </svg>
  );
}
