import type { Denial } from '../../denial/denial'
import { parseDenials, type ReadDenials } from '../../denial/parse-denials'
import type { CaseLayer } from '../../iam/layers'
import type { FoundPolicy } from '../../policy/found-policy'
import type { FindPolicies } from '../../policy/policy-readers'
import { keysAdded, type Draft, type DraftLayers } from '../draft'
import { editLayers } from '../edit/edit-draft'
import { askedAgain } from './asked-again'
import { emptiedBy, failedReads, withEmpty } from './failed-reads'
import { keepLayers } from './keep-layers'
import { asItStands, placePolicies, type PlacedPolicies, type UnplacedPolicy } from './place-policies'
import type { PasteReading } from './read-paste-with'
import { type DraftQuestion, questionOf, relation, type ErrorRelation } from './relation'
import { setPaste } from './set-paste'
import { takePrincipal } from './take-principal'
import { textAfter } from './text-after'

/** What became of a paste's evidence. */
export interface PlacingOutcome extends PlacedPolicies {
  /** How the error that stands now relates to the one before. */
  readonly relation: ErrorRelation
  /** The layers as they were before an error of another caller or resource came, where anything was known of them; else null. */
  readonly dropped: DraftLayers | null
  /** The context keys that a description of the caller tells. */
  readonly keys: readonly string[]
  /** The errors of the paste that only say how the fetching of policies went: the error that stands is kept. */
  readonly failedReads: readonly Denial[]
  /** The layers of which the commands said that they hold nothing. */
  readonly empty: readonly CaseLayer[]
}

/** Nothing but the draft has changed. */
const unread = (draft: Draft): PlacingOutcome => ({
  draft,
  relation: 'same',
  dropped: null,
  placed: [],
  asked: [],
  keys: [],
  failedReads: [],
  empty: [],
})

/**
 * Takes what was read of a paste into a draft, in steps that follow from how the error after it relates to the one before:
 * the text of the box (`textAfter`), what is known of layers and still counts (`keepLayers`), the policies of the paste and
 * those that were asked before (`waiting`), since a new error may tell where they belong, and what is said of the caller. A
 * case takes the place of everything. A link is for its reader to open: it changes nothing here. `findPolicies`: null where
 * nothing that counts has to be looked at again.
 */
export function takeReading(
  draft: Draft,
  reading: PasteReading,
  findPolicies: FindPolicies | null,
  waiting: readonly UnplacedPolicy[] = [],
  denialsOf: ReadDenials = parseDenials,
): PlacingOutcome {
  if (reading.caseDraft !== null) return { ...unread(reading.caseDraft), asked: askedAgain(reading.caseDraft) }
  if (reading.link !== null) return unread(draft)
  const before = questionOf(draft, denialsOf)
  const reads = failedReads(before, reading)
  const next = setPaste(draft, textAfter(before, reading, reads, denialsOf), denialsOf, (text) => text === reading.text)
  const after = next === draft ? before : questionOf(next, denialsOf)
  const related = relation(before, after)
  const { layers, dropped, stray } = keepLayers(next.layers, {
    related,
    resource: after.request.resource,
    findPolicies,
  })
  const found = [...(stray === null ? [] : [stray]), ...stillWaiting(layers, waiting), ...reading.policies]
  // What the paste itself says counts first; else the error that stands.
  const said = reads.length > 0 || reading.denials.length === 0 ? after.denials : reading.denials
  const policies = placePolicies(
    editLayers(next, () => layers),
    found,
    after.request,
    said,
  )
  const empty = reads.length > 0 ? emptiedBy(policies.draft, after.request, reading.text) : []
  const told = takePrincipal(withEmpty(policies.draft, empty), reading.principals, after)
  return {
    ...policies,
    draft: withOwner(told, before, denialsOf),
    relation: related,
    dropped,
    keys: keysAdded(policies.draft, told),
    failedReads: reads,
    empty,
  }
}

/** The draft with whose the policies are, where its error names no caller but one before it did. */
function withOwner(draft: Draft, before: DraftQuestion, denialsOf: ReadDenials): Draft {
  const { policiesOf: earlier = '', ...rest } = draft
  const owner = before.request.principal || earlier
  const isNamed = owner === '' || questionOf(draft, denialsOf).request.principal !== ''
  return isNamed ? (earlier === '' ? draft : rest) : { ...rest, policiesOf: owner }
}

/** The policies that were asked about before: those that count meanwhile as they count now, if they still do. */
const stillWaiting = (layers: DraftLayers, waiting: readonly UnplacedPolicy[]): readonly FoundPolicy[] =>
  waiting.flatMap((asked) => asItStands(layers, asked) ?? [])
