import type { Denial } from '../denial/denial'
import { readDenials, type ReadingProgress } from '../denial/read-denials'
import { isCaseFile } from '../draft/file/is-case-file'
import { maskCredentials } from '../draft/file/mask-credentials'
import { readPaste } from '../draft/paste/read-paste'
import type { DenialRecord } from './denial-record'
import { groupDenials, type LogEntry } from './log-entry'
import { parsedJson } from '../text/parsed-json'

/** What a long text turned out to be. */
export type LogReading =
  | {
      readonly kind: 'log'
      /** What is kept of the text, without credentials; the spans of the denials speak of it. */
      readonly text: string
      /** How many credentials were taken out. */
      readonly removed: number
      readonly entries: readonly LogEntry[]
      /** The denial that each entry begins with, by its id. */
      readonly denials: readonly Denial[]
      readonly records: readonly DenialRecord[]
    }
  /** A case file, or policies without any denial: something for the workbench. */
  | { readonly kind: 'evidence'; readonly text: string }

/** A longer text is looked through for denials alone. */
const LONGEST_EVIDENCE = 5_000_000

const isCase = (text: string): boolean =>
  text.length <= LONGEST_EVIDENCE && text.trimStart().startsWith('{') && isCaseFile(parsedJson(text))

function holdsPolicies(text: string): boolean {
  if (text.length > LONGEST_EVIDENCE) return false
  const { policies, needs } = readPaste(text)
  return policies.length > 0 || needs.yaml
}

/** Reads a long text step by step; whoever drives the generator may stop after each step. */
export function* readLog(raw: string): Generator<ReadingProgress, LogReading> {
  if (isCase(raw)) return { kind: 'evidence', text: raw }
  const { text, removed } = maskCredentials(raw)
  const found = (yield* readDenials(text)).filter(({ kind }) => kind !== 'not-authorization')
  if (found.length === 0 && holdsPolicies(text)) return { kind: 'evidence', text: raw }
  return { kind: 'log', text, removed, ...groupDenials(found) }
}
