import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../../electron/shell/options.ts';

describe('the command line', () => {
  it('opens the clerk’s own office in the usual place when nothing is said', () => {
    expect(readOptions(['/project'])).toEqual({ sample: false, data: null });
  });

  it('reads the folder after --data, written with a space or with an equals sign', () => {
    expect(readOptions(['/project', '--data', '/media/stick'])).toEqual({ sample: false, data: '/media/stick' });
    expect(readOptions(['/project', '--data=/media/my stick', '--sample'])).toEqual({
      sample: true,
      data: '/media/my stick',
    });
  });

  it('does not take another option for the folder', () => {
    expect(readOptions(['--data', '--sample'])).toEqual({ sample: true, data: null });
    expect(readOptions(['--data='])).toEqual({ sample: false, data: null });
  });

  it('passes over what belongs to Chromium', () => {
    expect(readOptions(['--no-sandbox', '--inspect=0', '/project'])).toEqual({ sample: false, data: null });
  });
});
