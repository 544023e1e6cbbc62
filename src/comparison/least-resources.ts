import type { LeastTexts } from '../evaluation/operators/least-texts'
import type { TextPattern } from '../evaluation/operators/text-walk'
import type { ComparedSide } from './compared-statements'
import type { GroundCompared } from './ground-compared'

/** What a resource has to be for a change to be seen on it. */
interface Sought {
  /** Statements that take it in, and such as should not. */
  readonly taking: readonly GroundCompared[]
  readonly leaving: readonly GroundCompared[]
}

const isOn = ({ side }: GroundCompared, of: ComparedSide): boolean => side === of || side === 'both'

/**
 * On what resources one side lets through what the other does not, in two ways: a statement of its own allows it, and as
 * few as can be allow it on the other side or deny it on either; or one of the other side's own denies it there, one of
 * this allows it here, and as few as can be deny it here.
 */
function soughtOf(asked: readonly GroundCompared[], winner: 'before' | 'after'): readonly Sought[] {
  const loser = winner === 'before' ? 'after' : 'before'
  const allows = asked.filter(({ statement }) => statement.effect === 'Allow')
  const denies = asked.filter(({ statement }) => statement.effect === 'Deny')
  const stops = denies.filter((one) => isOn(one, winner))
  const byAllow = allows
    .filter(({ side }) => side === winner)
    .map((own) => ({ taking: [own], leaving: [...allows.filter((one) => isOn(one, loser)), ...stops] }))
  const byDeny = denies
    .filter(({ side }) => side === loser)
    .flatMap((gone) =>
      allows.filter((one) => isOn(one, winner)).map((own) => ({ taking: [gone, own], leaving: stops })),
    )
  return [...byAllow, ...byDeny]
}

/** One pattern of each list. */
const oneOfEach = (lists: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  lists.reduce<readonly (readonly string[])[]>(
    (found, list) => found.flatMap((before) => list.map((one) => [...before, one])),
    [[]],
  )

/** Patterns that a statement takes in by fitting, and those that it takes in by not fitting. */
const partedBy = (statements: readonly GroundCompared[], isNot: boolean): readonly string[] =>
  statements.flatMap(({ ground, patterns }) => ((ground.statement.resource?.not ?? false) === isNot ? patterns : []))

const relevant = (texts: readonly string[], isRelevant: (pattern: string) => boolean): readonly string[] =>
  [...new Set(texts)].filter((text) => text !== '*' && isRelevant(text))

/**
 * Resources on which a change is seen, where classes are too many to tell them all apart: if one side lets something
 * through on any resource that the other does not, it does so on one of these. Null: too many still. It holds for
 * statements of one layer and level, that are decided together. `isRelevant`: can a resource be of the pattern at all?
 * `others`: patterns of what is of another type.
 */
export function leastResources(
  asked: readonly GroundCompared[],
  template: TextPattern,
  walks: LeastTexts,
  isRelevant: (pattern: string) => boolean,
  others: readonly string[],
): readonly string[] | null {
  const found = new Set<string>()
  for (const { taking, leaving } of [...soughtOf(asked, 'after'), ...soughtOf(asked, 'before')]) {
    const lists = taking.flatMap(({ ground, patterns }) =>
      ground.statement.resource === null || ground.statement.resource.not
        ? []
        : [patterns.filter((one) => one === '*' || isRelevant(one))],
    )
    const fewest = [...others, ...relevant([...partedBy(taking, true), ...partedBy(leaving, false)], isRelevant)]
    const alike = relevant(partedBy(leaving, true), isRelevant)
    for (const chosen of oneOfEach(lists)) {
      const texts = walks.find({ template, within: relevant(chosen, isRelevant), alike, fewest })
      if (texts === null) return null
      for (const text of texts) found.add(text)
    }
  }
  return [...found]
}
