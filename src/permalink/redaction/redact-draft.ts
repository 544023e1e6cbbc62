import type { Draft } from '../../draft/draft'
import type { Steps } from '../../text/steps'
import { redactByVerdict, type Redaction, type RedactionChoice } from './redact'
import { nameReplacer } from './replace-names'
import { permissionSetOf } from '../../iam/principal'

/**
 * Replaces the names of the chosen kinds everywhere, each by one stand-in, and proves that the answer is the same. Where a
 * stand-in would change it, that name gets another, or stays and is listed as kept.
 */
export function* redactDraft(draft: Draft, choice: RedactionChoice): Steps<Redaction> {
  const { answerOf: asked } = choice
  if (asked === undefined) return yield* redactByVerdict(draft, choice)
  function* answerOf(asks: Draft): Steps<string> {
    const answer = asked!(asks)
    return typeof answer === 'string' ? answer : yield* answer
  }
  const goal = yield* answerOf(draft)
  function* isSame(redaction: Redaction): Steps<boolean> {
    return redaction.sameVerdict && isAlike(goal, yield* answerOf(redaction.draft), redaction)
  }
  const whole = yield* redactByVerdict(draft, choice)
  if (yield* isSame(whole)) return yield* withNamesOfAws(draft, choice, whole, answerOf, isSame)
  // What is answered can hang on what two names have in common.
  const alike = yield* redactByVerdict(draft, choice, 'shaped')
  if (yield* isSame(alike)) return alike
  // Names that the answer hangs on stay: AWS gave them a meaning, or two of them mean the same.
  const names = whole.standIns.map(({ original }) => original)
  const without = (kept: readonly string[]): Steps<Redaction> =>
    redactByVerdict(draft, { ...choice, keep: new Set([...(choice.keep ?? []), ...kept]) })
  let looks = 0
  function* isSameWithout(kept: readonly string[]): Steps<boolean> {
    looks += 1
    return yield* isSame(yield* without(kept))
  }
  /** As few of a group as it takes, where the answer is the same without the group and what stays besides. */
  function* needed(group: readonly string[], besides: readonly string[]): Steps<readonly string[]> {
    if (group.length === 0 || (looks < MOST_LOOKS && (yield* isSameWithout(besides)))) return []
    if (group.length === 1 || looks >= MOST_LOOKS) return group
    const [one, other] = [group.slice(0, group.length >> 1), group.slice(group.length >> 1)]
    const ofOne = yield* needed(one, [...besides, ...other])
    return [...ofOne, ...(yield* needed(other, [...besides, ...ofOne]))]
  }
  const redaction = yield* without(yield* needed(names, []))
  return (yield* isSame(redaction)) ? withKept(redaction, whole) : { ...whole, sameVerdict: false }
}

/** Where the answer speaks of a name that was replaced, it has that name of itself: AWS gave it, and it stays. */
function* withNamesOfAws(
  draft: Draft,
  choice: RedactionChoice,
  whole: Redaction,
  answerOf: (draft: Draft) => Steps<string>,
  isSame: (redaction: Redaction) => Steps<boolean>,
): Steps<Redaction> {
  const words = new Set((yield* answerOf(whole.draft)).match(NAMES))
  const named = whole.standIns.flatMap(({ original, style }) =>
    style !== 'kept' && IS_NAME.test(original) && words.has(original) ? original : [],
  )
  if (named.length === 0) return whole
  const redaction = yield* redactByVerdict(draft, { ...choice, keep: new Set([...(choice.keep ?? []), ...named]) })
  return (yield* isSame(redaction)) ? withKept(redaction, whole) : whole
}

/** What names in a sentence are made of, and what shows that one is no plain word. */
const NAMES = /(?<![\w-])[\w-]{6,128}(?![\w-])/g
const IS_NAME = /[a-z][A-Z]|[A-Z]{2}|[\d_-]/

/** So often a case is answered again, to find the names that the answer hangs on. */
const MOST_LOOKS = 24

/** Is it the same answer, word by word, with each name or with its stand-in? */
export function isAlike(one: string, other: string, { standIns }: Redaction): boolean {
  if (one === other) return true
  const replace = nameReplacer(new Map(standIns.flatMap(({ original, standIn }) => namesWithin(original, standIn))))
  const [words, others] = [one.split(/\s+/), other.split(/\s+/)]
  return (
    words.length === others.length &&
    words.every((word, at) => word === others[at] || replace(replace(word)) === others[at])
  )
}

/** A name and its stand-in; a permission set's role is also spoken of by the name of the set alone. */
function namesWithin(original: string, standIn: string): readonly (readonly [original: string, standIn: string])[] {
  const [set, setOfStandIn] = [permissionSetOf(original), permissionSetOf(standIn)]
  return set === null || setOfStandIn === null
    ? [[original, standIn]]
    : [
        [original, standIn],
        [set, setOfStandIn],
      ]
}

/** With the names that stay because the answer hangs on them, as such. */
const withKept = (redaction: Redaction, whole: Redaction): Redaction => ({
  ...redaction,
  standIns: whole.standIns.map(
    (one) =>
      redaction.standIns.find(({ original }) => original === one.original) ?? {
        ...one,
        standIn: one.original,
        style: 'kept',
      },
  ),
})
