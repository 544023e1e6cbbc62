import type { TrailSource } from './worker-messages'

const MOST_FILES = 200_000

const plain = (file: File, name: string): TrailSource => ({ name, blob: file, isDeflated: false })

/** Files that were picked, with their paths where a folder was. */
export const sourcesOfList = (list: Iterable<File>): readonly TrailSource[] =>
  [...list].map((file) => plain(file, file.webkitRelativePath || file.name))

const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject))

const someEntries = (reader: FileSystemDirectoryReader) =>
  new Promise<readonly FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))

/** All files under what was dropped: files and folders, and what these hold. */
async function filesUnder(entry: FileSystemEntry, found: TrailSource[]): Promise<void> {
  if (found.length >= MOST_FILES) return
  if (entry.isFile) {
    found.push(plain(await fileOf(entry as FileSystemFileEntry), entry.fullPath.replace(/^\//, '')))
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  // a folder gives its entries in parts, the last of which is empty
  for (let some = await someEntries(reader); some.length > 0; some = await someEntries(reader))
    for (const one of some) await filesUnder(one, found)
}

/** Was more dropped than one file? The entries must be taken at once, before the event has passed. */
export function droppedMany(transfer: DataTransfer): readonly FileSystemEntry[] | null {
  const entries = [...transfer.items].flatMap((item) => (item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : []))
  const [first, ...others] = entries
  return first !== undefined && (others.length > 0 || first.isDirectory) ? entries : null
}

/** The files of what was dropped. */
export async function sourcesOfDrop(entries: readonly FileSystemEntry[]): Promise<readonly TrailSource[]> {
  const found: TrailSource[] = []
  for (const entry of entries) await filesUnder(entry, found)
  return found
}
