import { accessChecks, listed, type AccessCheck, type NotGranted } from '../comparison/access-checks'
import { compareAccess } from '../comparison/compare-access'
import { comparedDocuments } from '../comparison/compared-documents'
import type { AccessComparison, Witness } from '../comparison/comparison'
import { BEYOND_MESSAGES } from '../comparison/comparison-messages'
import { checkSentence, describeComparison } from '../comparison/describe-comparison'
import { CASE_LAYERS, type CaseLayer } from '../iam/layers'
import type { WholeReference } from '../reference/create-reference'
import { itemsIn, fieldsOf, textOf } from '../text/fields'
import { plainText } from '../text/phrase'
import { LONGEST_COMPARISON, timeLimit } from './time-limit'

/** What two versions are held to. */
export interface ComparedWith {
  readonly layer: CaseLayer | null
  readonly notGranted: NotGranted
  /** Must the second let in nobody from everywhere? */
  readonly isPublicRefused: boolean
}

/** What was found of two versions, in words and whole. */
export interface Compared {
  readonly headline: string
  readonly outside: readonly string[]
  readonly changes: readonly { readonly kind: 'new' | 'lost'; readonly sentence: string; readonly witness: Witness }[]
  readonly checks: readonly (AccessCheck & { readonly sentence: string })[]
  /** What was beyond the comparison, in words; none where it is complete. */
  readonly beyond: readonly string[]
  /** Does it pass all checks that it is held to? */
  readonly isHeld: boolean
  readonly comparison: AccessComparison
}

/** Compares two policies, or two cases, each a text or a value; null where they are no such two. */
export function compareDocuments(
  before: unknown,
  after: unknown,
  { layer, notGranted, isPublicRefused }: ComparedWith,
  reference: WholeReference | null,
): Compared | null {
  const question = comparedDocuments(before, after, layer)
  if (question === null) return null
  const isOver = timeLimit(LONGEST_COMPARISON)
  const comparison = compareAccess(question, reference ?? undefined, isOver)
  const checks = accessChecks(question, comparison, notGranted, reference ?? undefined, isOver)
  const { headline, outside, changes } = describeComparison(comparison)
  const codes = new Set([...comparison.opened.beyond, ...comparison.lost.beyond])
  return {
    headline: plainText(headline),
    outside: outside.map(plainText),
    changes: changes.map(({ kind, sentence, change }) => ({
      kind,
      sentence: plainText(sentence),
      witness: change.witness,
    })),
    checks: checks.map((check) => ({ ...check, sentence: plainText(checkSentence(check)) })),
    beyond: [...codes].map((code) => BEYOND_MESSAGES[code]),
    isHeld: checks.every(({ id, result }) => result === 'passes' || (id === 'no-public-access' && !isPublicRefused)),
    comparison,
  }
}

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? listed(value) : itemsIn(value).flatMap((one) => textOf(one) || [])

/** Compares each pair of a list: `before`, `after`, and where it is wanted `layer`, `notGranted` and `noPublic`. */
export function comparePairs(
  pairs: readonly unknown[],
  asked: ComparedWith,
  reference: WholeReference | null,
): readonly (Compared | null)[] {
  return pairs.map((pair) => {
    const { before, after, layer, notGranted, noPublic } = fieldsOf(pair)
    const { actions, resources } = fieldsOf(notGranted)
    const own = {
      layer: CASE_LAYERS.find((one) => one === layer) ?? asked.layer,
      notGranted:
        notGranted === undefined ? asked.notGranted : { actions: textsIn(actions), resources: textsIn(resources) },
      isPublicRefused: asked.isPublicRefused || noPublic === true,
    }
    return compareDocuments(before, after, own, reference)
  })
}
