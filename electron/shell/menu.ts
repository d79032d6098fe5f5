/**
 * The application menu. It is hidden until Alt is pressed, except on macOS; it is there for its keys: editing on macOS,
 * the full screen everywhere. The size of the screens is a preference, and the screens' own affair.
 */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { ShellWords } from './words.ts';

/** `onLock`: the clerk locks the screens; Ctrl+L is the screens' own key, and only shown here. */
export function showMenu({ menu: words }: ShellWords, onLock: () => void): void {
  const edit: MenuItemConstructorOptions[] = [
    { role: 'undo', label: words.undo },
    { role: 'redo', label: words.redo },
    { type: 'separator' },
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'selectAll', label: words.selectAll },
  ];
  const file: MenuItemConstructorOptions[] = [
    { label: words.lock, accelerator: 'CmdOrCtrl+L', registerAccelerator: false, click: onLock },
    { type: 'separator' },
    { role: 'quit', label: words.quit },
  ];
  const view: MenuItemConstructorOptions[] = [{ role: 'togglefullscreen', label: words.fullScreen }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: words.file, submenu: file },
      { label: words.edit, submenu: edit },
      { label: words.view, submenu: view },
    ]),
  );
}
