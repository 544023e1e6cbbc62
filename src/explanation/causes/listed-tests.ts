import type { ElementResult } from '../../evaluation/evaluation'
import { isMultivaluedKey } from '../../facts/keys/condition-keys'
import { LISTED_TESTS } from '../messages/listed-tests'
import type { Instruction } from '../instruction'
import type { JudgedCase } from '../judged-case'
import { requestChanges } from '../steps/request-changes'
import { listedDenies } from '../words/named-statements'
import { join, type Phrase } from '../../text/phrase'

/** A test of a Deny that AWS lists as matched, with what the request carried; its operator is not told. */
interface ListedTest {
  readonly key: string
  readonly values: readonly string[]
  /** Null: the request carried no such key. */
  readonly carried: readonly string[] | null
}

/** Keys with which no message ends: those of the caller alone show nothing of the others. */
const OF_CALLER = /^aws:(?:userid|username|principal\w{1,20})$/i

/** What the first Deny that a decoded message lists tests: the message holds all that the request carried. */
function listedTests(judged: JudgedCase): readonly ListedTest[] {
  const { context = {} } = judged.denial ?? {}
  const carried = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), [value].flat()]))
  if (![...carried.keys()].some((key) => !OF_CALLER.test(key))) return []
  return (
    Object.entries(listedDenies(judged)[0]?.conditions ?? {})
      // A test for all of several values is met by none of them.
      .filter(([key]) => !isMultivaluedKey(key.toLowerCase()))
      .map(([key, values]) => ({ key, values, carried: carried.get(key.toLowerCase()) ?? null }))
  )
}

/** A sentence on what the request carried of what the Deny tests; empty where the message does not show it. */
export const carriedOfListed = (judged: JudgedCase): Phrase => {
  const tests = listedTests(judged)
  const absent = tests.filter(({ carried }) => carried === null).map(({ key }) => key)
  return join(
    ...(absent.length > 0 ? [' ', LISTED_TESTS.absent(absent)] : []),
    ...tests.flatMap(({ key, carried }) => (carried === null ? [] : [' ', LISTED_TESTS.carried(key, carried)])),
  )
}

/** The test as an element: a Deny that matched without the key asks for it, or for none but some values. */
const asElement = ({ key, values, carried }: ListedTest): ElementResult => {
  const isOfPresence = carried === null && values.every((one) => /^(?:true|false)$/i.test(one))
  const isOfOthers = carried === null || !carried.some((one) => values.includes(one))
  return {
    element: 'Condition',
    matches: 'yes',
    reason: 'matches',
    span: null,
    key,
    operator: isOfPresence ? 'Null' : isOfOthers ? 'StringNotEquals' : 'StringEquals',
    actual: carried,
    values: (isOfPresence ? ['true'] : values).map((text) => ({ text, span: null, matches: 'yes', reason: 'matches' })),
  }
}

/** What the request can carry so that the Deny which AWS lists does not match. */
export const changesOfListed = (judged: JudgedCase): readonly Instruction[] =>
  requestChanges(judged, { effect: 'Deny', elements: listedTests(judged).map(asElement) })
