/** What the build tells its service worker: everything that the app can ask for, as it was built. */
export interface OfflineBuild {
  /** Names the build: other files, another name. */
  readonly id: string
  /** By path from the folder of the page, "" for the page itself: the SHA-256 of the file as `integrity` takes it. */
  readonly files: Readonly<Record<string, string>>
  /** Folders of many small JSON files, kept as one file: by folder, the path of the file that holds them by name. */
  readonly packs: Readonly<Record<string, string>>
}

/**
 * What the page asks of a worker that waits: to have its version shown from now on, and whether that was asked
 * already. A type,
 * so that the worker stays one file.
 */
export type WorkerMessage = 'take' | 'is-taken'
