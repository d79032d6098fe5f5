/** The only two channels between the main process and the window. */
export const callChannel = 'office:call';
export const noticeChannel = 'office:notice';
