import type { AccessCase } from '../../case/access-case'
import type { LayerResult } from '../../evaluation/evaluation'
import type { Reach } from '../../policy/reach'
import type { FixCode } from '../messages/fixes'
import type { JudgedCase } from '../judged-case'
import type { Phrase } from '../../text/phrase'
import { readDocument, withDocument, type CaseDocument } from '../../case/case-documents'
import { applyEdits, type TextEdit } from '../../text/text-edit'
import type { StatementJson } from '../causes/least-statement'
import type { Layer } from '../../iam/layers'
import type { PolicyTarget } from '../../case/policy-ref'

/** A change that may make the request pass a gate, before it is proven. */
export interface FixCandidate {
  readonly code: FixCode
  readonly place: PolicyTarget
  readonly name: string
  readonly after: string
  readonly reach: Reach
  /** What its sentence speaks of besides its reach. */
  readonly value: string
  /** The policy's place in words. */
  readonly where: Phrase
  readonly statement: StatementJson | null
  /** The name of the statement that it changes, where it has one. */
  readonly sid?: string
  /** What else is to be known of the policy that it changes. */
  readonly note?: Phrase
  /** What the request has to carry for it, and is not known to. */
  readonly assumes?: Reach['when']
}

/** The case after a change. */
export const apply = (accessCase: AccessCase, { place, name, after, assumes = [] }: FixCandidate): AccessCase => {
  const changed = withDocument(accessCase, place, name, after)
  return assumes.length === 0 ? changed : carrying(changed, assumes)
}

/** The case of a request that carries what a fix tests. What is to be filled in is one text there and in the fix. */
const carrying = (accessCase: AccessCase, assumes: Reach['when']): AccessCase => {
  const { request } = accessCase
  const isAssumed = (key: string) => assumes.some((one) => one.key.toLowerCase() === key.toLowerCase())
  const others = Object.entries(request.context ?? {}).filter(([key]) => !isAssumed(key))
  const carried = assumes.map(({ key, values }) => [key, values.length === 1 ? (values[0] ?? '') : values] as const)
  return {
    ...accessCase,
    request: {
      ...request,
      context: Object.fromEntries([...others, ...carried]),
      ...(request.absentContext && { absentContext: request.absentContext.filter((key) => !isAssumed(key)) }),
      ...(request.unknownContext && { unknownContext: request.unknownContext.filter((key) => !isAssumed(key)) }),
    },
  }
}

/** The text of a document after edits. */
export const edited = (document: CaseDocument, ...edits: readonly (TextEdit | null)[]): string | null => {
  const made = edits.filter((edit) => edit !== null)
  return made.length === edits.length ? applyEdits(document.text, made) : null
}

/** What candidates are found in: one layer of one judged case. */
export interface Obstacle {
  readonly judged: JudgedCase
  readonly layer: Layer
  readonly result: LayerResult
}

/** Reads a document, and says where it is: in a layer without levels the level is null. */
export const documentAt = (judged: JudgedCase, place: PolicyTarget): CaseDocument | null =>
  readDocument(judged.accessCase, place)
