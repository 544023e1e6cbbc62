import type { AskedRepair } from '../../../draft/exercise-repair'
import type { Draft } from '../../../draft/draft'
import { encodeExercise, type ExpectedAnswer } from '../../../permalink/deck'
import { linkSize, shareDraft, type SharedLink } from '../../../permalink/permalink'
import type { LinkProblem } from '../../../permalink/link-messages'
import { type Redaction } from '../../../permalink/redaction/redact'
import { nameReplacer } from '../../../permalink/redaction/replace-names'

/** What is shared: the case with its answer, or as an exercise without. */
export type ShareAs = 'case' | 'exercise'

/** What the author of an exercise asks, and the answer that is expected; null: the case has none. */
export interface AskedOfCase {
  readonly prompt: string
  readonly expected: ExpectedAnswer | null
  readonly options: readonly ExpectedAnswer[] | null
  readonly repair: AskedRepair | null
}

/** The link of a draft, as a case or as an exercise with what the author asks. */
export function linkOf(
  draft: Draft,
  as: ShareAs,
  { prompt, expected, options, repair }: AskedOfCase,
): SharedLink | { readonly problem: LinkProblem } {
  const shared = shareDraft(draft)
  if (as === 'case' || expected === null || 'problem' in shared) return shared
  const exercise = encodeExercise({
    draft,
    prompt,
    expected,
    ...(options ? { options } : {}),
    ...(repair ? { repair } : {}),
  })
  return 'problem' in exercise ? exercise : { ...shared, ...exercise, size: linkSize(exercise.fragment.length) }
}

/** Parts the title of a case from what its author asks beside it. */
const BREAK = '\u0001'

/** A case with what its author asks in its title, where names are looked for and replaced like any other text. */
export const withAsked = (draft: Draft, prompt: string, repair: AskedRepair | null): Draft => ({
  ...draft,
  title: [
    draft.title,
    prompt,
    repair?.task ?? '',
    ...(repair?.probes ?? []).map((probe) => JSON.stringify(probe)),
    ...(repair?.solution ?? []),
  ].join(BREAK),
})

/** A draft without what an exercise asks. */
export const withoutAsked = (draft: Draft): Draft => ({ ...draft, title: draft.title.split(BREAK, 1)[0] ?? '' })

/** What puts stand-ins in the place of names. */
export const replacerOf = (redaction: Redaction | null): ((text: string) => string) =>
  redaction === null
    ? (text) => text
    : nameReplacer(new Map(redaction.standIns.map(({ original, standIn }) => [original, standIn])))

/** A repair with the stand-ins of its case: it speaks of the same names. */
export function withStandIns(repair: AskedRepair, replace: (text: string) => string): AskedRepair {
  return {
    ...repair,
    task: replace(repair.task),
    ...(repair.solution ? { solution: repair.solution.map(replace) } : {}),
    probes: repair.probes.map(({ must, words, principal, action, resource, context }) => ({
      must,
      words: replace(words),
      principal: replace(principal),
      action: replace(action),
      resource: replace(resource),
      context: Object.fromEntries(
        Object.entries(context).map(([key, value]) => [key, value === null ? null : replace(value)]),
      ),
    })),
  }
}
