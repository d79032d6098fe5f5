/** The files of what was dropped, folders and all. */

/** As a chosen folder has them: files that a system keeps for itself are no concern of the clerk's. */
export const isHidden = (name: string): boolean =>
  /(?:^|[\\/])(?:\.|~\$|__MACOSX|Thumbs\.db$|desktop\.ini$)/iu.test(name);

/** Reads no more than `most` files beyond which the caller refuses anyway. */
export async function droppedFiles(data: DataTransfer, most: number): Promise<File[]> {
  // The list is empty as soon as the election has been handled: the entries are taken out first.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const files: File[] = [];
  for (const entry of entries) await gather(entry, files, most);
  return files;
}

async function gather(entry: FileSystemEntry, files: File[], most: number): Promise<void> {
  if (files.length > most || isHidden(entry.name)) return;
  if (isFile(entry)) {
    files.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
    return;
  }
  if (!isFolder(entry)) return;
  const reader = entry.createReader();
  for (;;) {
    // A reader gives a hundred at a time, and an empty list at the end.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const one of some) await gather(one, files, most);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
