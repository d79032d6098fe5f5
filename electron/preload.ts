/**
 * The only bridge between the sandboxed screens and the office: `window.office.call` and `window.office.on`, nothing else.
 * Built into one CommonJS file that requires only `electron`.
 */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { OfficeBridge } from '#shared/contract/index.ts';
import { callChannel, noticeChannel } from './shell/channels.ts';

const bridge: OfficeBridge = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input) as Promise<unknown>,
  on: (listener) => {
    // The event itself carries the sender and stays here.
    const heard = (_event: IpcRendererEvent, notice: unknown): void => {
      listener(notice);
    };
    ipcRenderer.on(noticeChannel, heard);
    return () => {
      ipcRenderer.off(noticeChannel, heard);
    };
  },
};

// What is exposed is frozen, and copied across: the page cannot reach ipcRenderer through it.
contextBridge.exposeInMainWorld('office', bridge);
