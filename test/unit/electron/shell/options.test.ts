import { describe, expect, it } from 'vitest';
import { readOptions as read } from '../../../../electron/shell/options.ts';

const readOptions = (commandLine: readonly string[]) => read(commandLine, '/media');
const nothing = { sample: false, data: null, opened: null };

describe('the command line', () => {
  it('opens the clerk’s own office in the usual place when nothing is said', () => {
    expect(readOptions(['/project'])).toEqual(nothing);
  });

  it('reads the folder after --data, written with a space or with an equals sign', () => {
    expect(readOptions(['/project', '--data', '/media/stick'])).toEqual({ ...nothing, data: '/media/stick' });
    expect(readOptions(['/project', '--data=/media/my stick', '--sample'])).toEqual({
      ...nothing,
      sample: true,
      data: '/media/my stick',
    });
  });

  it('does not take another option for the folder', () => {
    expect(readOptions(['--data', '--sample'])).toEqual({ ...nothing, sample: true });
    expect(readOptions(['--data='])).toEqual(nothing);
  });

  it('passes over what belongs to Chromium', () => {
    expect(readOptions(['--no-sandbox', '--inspect=0', '/project'])).toEqual(nothing);
  });

  it('takes the file of a handover, by path or by address, and no option and no folder for one', () => {
    const file = '/media/stick/bag/open.observer-handover';
    expect(readOptions(['/project', '--sample', file])).toEqual({ ...nothing, sample: true, opened: file });
    expect(readOptions(['stick/bag/open.observer-handover'])).toEqual({ ...nothing, opened: file });
    expect(readOptions(['file:///media/my%20stick/open.OBSERVER-handover']).opened).toBe(
      '/media/my stick/open.OBSERVER-handover',
    );
    expect(readOptions(['/a/one.observer-handover', '/a/two.observer-handover']).opened).toBe(
      '/a/two.observer-handover',
    );
    for (const word of ['--open.observer-handover', '/media/people.xlsx', 'observer-handover']) {
      expect(readOptions([word]).opened).toBeNull();
    }
    for (const address of ['file://elsewhere/open.observer-handover', 'file:///a%2Fopen.observer-handover']) {
      expect(readOptions([address]).opened).toBeNull();
    }
    expect(readOptions(['--data', '/d/x.observer-handover'])).toEqual({ ...nothing, data: '/d/x.observer-handover' });
  });
});
