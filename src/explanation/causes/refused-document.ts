import type { Denial } from '../../denial/denial'
import type { SituationId } from '../../facts/situations/situations'
import type { Phrase } from '../../text/phrase'
import type { JudgedCase } from '../judged-case'

/** What is wrong with a document that AWS did not accept, and what sets it right; null: its mistake says it. */
export interface DocumentMistake {
  /** What people call a policy of that place. */
  readonly name: string
  readonly sentence: Phrase
  readonly repair: Phrase | null
  /** Is it found, or known by AWS's word alone? */
  readonly isSeen: boolean
  /** As Access Analyzer calls the type of the document. */
  readonly type: string
  readonly page: string
}

/** Finds the mistake of a document. It stands on all checks of policies, which few answers need: who has them hands it in. */
export type FindDocumentMistake = (judged: JudgedCase) => DocumentMistake | null

/** Situations in which AWS did not accept a policy because of what it holds. */
const OF_DOCUMENT: ReadonlySet<SituationId> = new Set<SituationId>([
  'policy-document',
  'topic-policy-document',
  'bucket-document-resource',
  'permission-document-of-trust',
  'trust-document-of-permissions',
])

/** Was a policy not accepted because of what it holds? */
export const isOfDocument = (id: SituationId): boolean => OF_DOCUMENT.has(id)

/** Does one of the errors say that AWS did not accept a policy? Then its mistake is worth finding. */
export const refusesDocument = (errors: readonly Denial[]): boolean =>
  errors.some(({ situation }) => situation !== undefined && isOfDocument(situation))
