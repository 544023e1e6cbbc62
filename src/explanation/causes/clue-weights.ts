import type { Cause } from '../answer'
import type { Clue, ClueKind } from '../../knowledge/knowledge'

/** What the words of the text themselves say weighs more than what fits them. */
export const SAID_WEIGHT = 20

/** What a clue weighs: what was written or asked tells more than what is merely not there. */
const WEIGHTS: Readonly<Partial<Record<ClueKind, number>>> = {
  said: SAID_WEIGHT,
  parameter: 4,
  text: 4,
  'in-line': 4,
  subject: 4,
  'asked-for': 4,
  'asked-beside': 4,
  // A policy that names nearly what was asked says more than any words.
  'resource-written': 24,
  'writer-named': 24,
  'policy-named': 24,
  'policy-denies': 24,
  'key-of-aws': 24,
  'test-written': 4,
  caller: 5,
  // That AWS says no more fits every cause, and speaks for none of them before the others.
  bare: -1,
}

/** How much all that speaks for a cause weighs, or against it. */
export const weightOf = (clues: readonly Clue[]): number =>
  clues.reduce((sum, { kind }) => sum + (WEIGHTS[kind] ?? 1), 0)

/** Is a cause of the tables told for no more than that a policy given here does not rule it out? */
export const clueless = ({ ground, weight, evidence, lift = 0 }: Cause): boolean =>
  ground === 'fact-supported' && evidence === null && lift <= 0 && weight <= CLUELESS

/** Less than what one word of the text weighs. */
const CLUELESS = 2
