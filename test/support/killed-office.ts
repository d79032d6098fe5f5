/**
 * A process that works in an office until just before the change of a file or name with a given number, and is killed
 * there: `node killed-office.ts <office> <stick> <change>`; with a keyring in its folder the office is encrypted. It says what was acknowledged, a line of JSON each; what it
 * says is out before it goes on. With a number beyond the last change it says `done`.
 */
import { writeSync } from 'node:fs';
import { openOffice } from '../../electron/office/office.ts';
import { backupDevice } from '../../electron/office/device/device.ts';
import { changing } from './changing-device.ts';
import { someHead } from './fictitious.ts';
import { keyIn } from './office-forms.ts';
import { workInOffice } from './office-at-work.ts';
import { dialogsAnswering, noAnswers, standingClock, testCompiler } from './open-office.ts';

const [folder = '', stick = '', at = ''] = process.argv.slice(2);
const say = (text: string) => writeSync(1, `${text}\n`);

const compiler = testCompiler();
const officeKey = await keyIn(folder);
const opened = await openOffice({
  device: changing(backupDevice, (number) => {
    if (number === Number(at)) process.kill(process.pid, 'SIGKILL');
  }),
  ...(officeKey && { officeKey }),
  ...{ folder, compiler, clock: standingClock('2026-11-10'), actor: someHead },
  ports: { dialogs: dialogsAnswering({ ...noAnswers(), chooseFolder: stick }) },
});
if (!opened.ok) throw new Error(opened.refusal.code);
await workInOffice(opened.value, (there) => say(JSON.stringify(there)));
say('done');
await compiler.close();
