import type { TextPattern } from '../evaluation/operators/text-walk'
import type { ComparedSide } from './compared-statements'
import type { GroundCompared } from './ground-compared'
import type { LeastTexts } from './least-texts'

/** What a resource has to be for a change to be seen on it. */
interface Sought {
  /** Statements that take it in, and such as should not. */
  readonly taking: readonly GroundCompared[]
  readonly leaving: readonly GroundCompared[]
}

const isOn = ({ side }: GroundCompared, of: ComparedSide): boolean => side === of || side === 'both'

/** How the statements decide together. */
export interface DecidedTogether {
  /** The policies, or the levels of them, that all have to let a request through. */
  readonly places: readonly string[]
  /** Nothing passes a place without an Allow of it. */
  readonly isAllowNeeded: boolean
}

/** The place that a statement decides in: its layer and level. */
export const levelPlace = ({ place: { layer, level } }: GroundCompared): string => `${layer} ${level ?? ''}`

/** More combinations of statements are not looked at. */
const MOST_SOUGHT = 400

/** One of each list; null: there are too many ways. */
function oneOfEach<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] | null {
  if (lists.reduce((ways, { length }) => ways * length, 1) > MOST_SOUGHT) return null
  return lists.reduce<readonly (readonly T[])[]>(
    (found, list) => found.flatMap((before) => list.map((one) => [...before, one])),
    [[]],
  )
}

/**
 * On what resources one side lets through what the other does not, in two ways: in one place a statement of its own allows
 * it, and as few as can be allow it there on the other side or deny it here; or one of the other side's own denies it there,
 * and as few as can be deny it here. In every other place one statement of this side allows it. Null: in too many ways.
 */
function soughtOf(
  asked: readonly GroundCompared[],
  winner: 'before' | 'after',
  { places, isAllowNeeded }: DecidedTogether,
): readonly Sought[] | null {
  const loser = winner === 'before' ? 'after' : 'before'
  const allows = asked.filter(({ statement }) => statement.effect === 'Allow')
  const denies = asked.filter(({ statement }) => statement.effect === 'Deny')
  const stops = denies.filter((one) => isOn(one, winner))
  const passing = isAllowNeeded
    ? places.map((place) => allows.filter((one) => isOn(one, winner) && levelPlace(one) === place))
    : []
  const gone = denies.filter(({ side }) => side === loser)
  const byDeny = oneOfEach([gone, ...passing])
  if (byDeny === null) return null
  const sought: Sought[] = byDeny.map((taking) => ({ taking, leaving: stops }))
  for (const own of isAllowNeeded ? allows.filter(({ side }) => side === winner) : []) {
    const beside = oneOfEach(passing.filter((_, i) => places[i] !== levelPlace(own)))
    if (beside === null) return null
    const others = allows.filter((one) => isOn(one, loser) && levelPlace(one) === levelPlace(own))
    for (const taking of beside) sought.push({ taking: [own, ...taking], leaving: [...others, ...stops] })
  }
  return sought
}

/** Patterns that a statement takes in by fitting, and those that it takes in by not fitting. */
const partedBy = (statements: readonly GroundCompared[], isNot: boolean): readonly string[] =>
  statements.flatMap(({ ground, patterns }) => ((ground.statement.resource?.not ?? false) === isNot ? patterns : []))

const relevant = (texts: readonly string[], isRelevant: (pattern: string) => boolean): readonly string[] =>
  [...new Set(texts)].filter((text) => text !== '*' && isRelevant(text))

/** The type of the resources that are looked for. */
export interface SoughtType {
  readonly template: TextPattern
  /** Can a resource be of the pattern at all? */
  readonly isRelevant: (pattern: string) => boolean
  /** Patterns of what is of another type. */
  readonly others: readonly string[]
}

/**
 * Resources on which a change is seen, where classes are too many to tell them all apart: if one side lets something
 * through on any resource that the other does not, it does so on one of these. Null: too many still. It holds for one
 * layer, where every level of it has to let through.
 */
export function leastResources(
  asked: readonly GroundCompared[],
  { template, isRelevant, others }: SoughtType,
  walks: LeastTexts,
  decided: DecidedTogether,
): readonly string[] | null {
  const found = new Set<string>()
  const [opened, lost] = [soughtOf(asked, 'after', decided), soughtOf(asked, 'before', decided)]
  if (opened === null || lost === null) return null
  for (const { taking, leaving } of [...opened, ...lost]) {
    const lists = taking.flatMap(({ ground, patterns }) =>
      ground.statement.resource === null || ground.statement.resource.not
        ? []
        : [patterns.filter((one) => one === '*' || isRelevant(one))],
    )
    const fewest = [...others, ...relevant([...partedBy(taking, true), ...partedBy(leaving, false)], isRelevant)]
    const alike = relevant(partedBy(leaving, true), isRelevant)
    const ways = oneOfEach(lists)
    if (ways === null) return null
    for (const chosen of ways) {
      const texts = walks.find({ template, within: relevant(chosen, isRelevant), alike, fewest })
      if (texts === null) return null
      for (const text of texts) found.add(text)
    }
  }
  return [...found]
}
