import * as v from 'valibot'
import { accessChecks, type AccessCheck, type NotGranted } from '../comparison/access-checks'
import { compareVersions } from '../comparison/compare-versions'
import { wholeDifference } from '../comparison/whole-difference'
import { comparedDocuments } from '../comparison/compared-documents'
import type { AccessComparison, Witness } from '../comparison/comparison'
import { BEYOND_MESSAGES, REPORT_WORDS } from '../comparison/comparison-messages'
import { checkSentence, describeComparison } from '../comparison/describe-comparison'
import { CASE_LAYERS, type CaseLayer } from '../iam/layers'
import type { WholeReference } from '../reference/create-reference'
import { listed } from '../text/listed'
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
  readonly changes: readonly {
    readonly kind: 'new' | 'lost'
    readonly sentence: string
    readonly witness: Witness
    /** Ways to more permissions, in words. */
    readonly leadsTo: readonly string[]
  }[]
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
  const comparison = compareVersions(question, reference ?? undefined, isOver)
  const checks = accessChecks(question, comparison, notGranted, reference ?? undefined, isOver)
  const { headline, outside, changes } = describeComparison(comparison)
  const codes = new Set((['opened', 'lost'] as const).flatMap((kind) => wholeDifference(comparison, kind).beyond))
  return {
    headline: plainText(headline),
    outside: outside.map(plainText),
    changes: changes.map(({ kind, sentence, change, leadsTo }) => ({
      kind,
      sentence: plainText(sentence),
      witness: change.witness,
      leadsTo: leadsTo.map((way) => `${REPORT_WORDS.careful} ${way.name} ${REPORT_WORDS.can} ${way.leadsTo}.`),
    })),
    checks: checks.map((check) => ({ ...check, sentence: plainText(checkSentence(check)) })),
    beyond: [...codes].map((code) => BEYOND_MESSAGES[code]),
    isHeld: checks.every(({ id, result }) => result === 'passes' || (id === 'no-public-access' && !isPublicRefused)),
    comparison,
  }
}

const names = v.optional(v.union([v.string(), v.array(v.string())]), [])

/** A pair of a list. It has no other fields: a name that is mistyped would be a check less. */
const PAIR = v.strictObject({
  before: v.unknown(),
  after: v.unknown(),
  layer: v.optional(v.picklist(CASE_LAYERS)),
  notGranted: v.optional(v.strictObject({ actions: names, resources: names })),
  noPublic: v.optional(v.boolean(), false),
})

const namesIn = (given: string | readonly string[]): readonly string[] =>
  typeof given === 'string' ? listed(given) : given

/** Compares each pair of a list; null for one that cannot be read. */
export function comparePairs(
  pairs: readonly unknown[],
  asked: ComparedWith,
  reference: WholeReference | null,
): readonly (Compared | null)[] {
  return pairs.map((pair) => {
    const { success, output } = v.safeParse(PAIR, pair)
    if (!success) return null
    const { before, after, layer = asked.layer, notGranted, noPublic } = output
    const own = {
      layer,
      notGranted: notGranted
        ? { actions: namesIn(notGranted.actions), resources: namesIn(notGranted.resources) }
        : asked.notGranted,
      isPublicRefused: asked.isPublicRefused || noPublic,
    }
    return compareDocuments(before, after, own, reference)
  })
}
