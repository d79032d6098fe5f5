/** The calibration page: rulers and frames, how to read them in every language asked, and the printer's settings. */
import { formatDecimal } from '#shared/text/numbers.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import type { Printer } from '#shared/domain/records/printer.ts';
import type { OfficeWords } from '../wording/words.ts';
import { fill } from '../wording/fill.ts';

export type CalibrationData = ReturnType<typeof calibrationData>;

export function calibrationData(words: OfficeWords, printer: Printer | null, languages: readonly Language[]) {
  const [first = 'ky'] = languages;
  const shift = {
    front: printer?.front ?? { x: 0, y: 0 },
    back: printer?.back ?? { x: 0, y: 0 },
  };
  return {
    title: words[first].designs.calibration.title,
    printer: printer?.name ?? '',
    ...shift,
    margin: printer?.margin ?? 0,
    parts: languages.map((lang) => {
      const { calibration } = words[lang].designs;
      const millimetres = (value: number) => formatDecimal(value, lang);
      return {
        lang,
        title: calibration.title,
        front: calibration.front,
        back: calibration.back,
        steps: [calibration.step1, calibration.step2, calibration.step3, calibration.step4],
        backSteps: [calibration.back1, calibration.back2],
        now: fill(calibration.now, {
          x: millimetres(shift.front.x),
          y: millimetres(shift.front.y),
          backX: millimetres(shift.back.x),
          backY: millimetres(shift.back.y),
        }),
      };
    }),
  };
}
