import type { AccessCase } from '../../case/access-case'
import type { ElementResult, LayerResult } from '../../evaluation/evaluation'
import type { Reach } from '../../policy/reach'
import type { FixCode } from '../messages/fixes'
import type { Situation } from '../situation'
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
  /** Tests of another statement that it does without. */
  readonly tests?: readonly ElementResult[]
}

/** The case after a change. */
export const apply = (accessCase: AccessCase, { place, name, after }: FixCandidate): AccessCase =>
  withDocument(accessCase, place, name, after)

/** The text of a document after edits. */
export const edited = (document: CaseDocument, ...edits: readonly (TextEdit | null)[]): string | null => {
  const made = edits.filter((edit) => edit !== null)
  return made.length === edits.length ? applyEdits(document.text, made) : null
}

/** What candidates are found in: one layer of one situation. */
export interface Obstacle {
  readonly situation: Situation
  readonly layer: Layer
  readonly result: LayerResult
}

/** Reads a document, and says where it is: in a layer without levels the level is null. */
export const documentAt = (situation: Situation, place: PolicyTarget): CaseDocument | null =>
  readDocument(situation.accessCase, place)
