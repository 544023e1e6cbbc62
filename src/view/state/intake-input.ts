import type { Draft } from '../../draft/draft'
import type { Place } from './address'
import type { Engine } from './engine'
import type * as LinkChunk from './link-chunk'
import type { TrailFiles } from './log/trail-look'
import type { TextReaderInput } from './text-reader'
import type { WorkLog } from './work-log'

/** What the intake needs of the page, and the parts that are loaded when they are first wanted. */
export interface IntakeInput extends TextReaderInput {
  readonly work: WorkLog
  readonly engine: TextReaderInput['engine'] & { readonly now: () => Engine | null }
  readonly loadLinks: () => Promise<typeof LinkChunk>
  /**
   * Begins to fetch what the answer to a text needs besides the engine, which is not here. `isWithPolicies`: are policies
   * beside it? Where nobody says so, the text does.
   */
  readonly readAhead: (text: string, isWithPolicies?: boolean) => void
  /** Shows a log in the log view. Gives the text that the workbench shall take instead, if it shall. */
  readonly openLog: (file: Blob, name: string) => Promise<string | null>
  /** The same of several files, together. */
  readonly openLogs: (files: TrailFiles, name: string) => Promise<string | null>
  readonly address: {
    readonly page: () => Place
    readonly goTo: (page: 'workbench' | 'trail') => void
    /** Goes to a fragment, with its number sign. */
    readonly follow: (fragment: string) => void
    /** Shows a fragment as the address of what is on the page. */
    readonly show: (fragment: string) => void
    readonly clear: () => void
  }
  /** A draft is what the address stands for; called while that is found out too, with null. */
  readonly onAddressed: (draft: Draft | null) => void
}
