import { testsFor } from '../compared-condition'
import { clueOf, placesOf, withoutPolicies } from './text-places'
import type { FindPair } from './pair-finder'

/** The API in the ARN of what calls a function: its ID, of which API Gateway makes ten letters and digits. */
const API_OF_SOURCE = /:execute-api:[^:]{0,60}:[^:]{0,60}:([^/*?:]{1,80})(?:\/|$)/
const IS_ID = /^[a-z\d]{10}$|[${}<>[\]]/

/** The same where only the condition of the permission is pasted. */
const PASTED_SOURCE = /\bSourceArn["']?\s{0,3}:\s{0,3}["']?(arn:aws[\w-]{0,12}:execute-api:[^\s"']{1,300})/gi

/** Where a template names the API of an event, and does it by a text in place of a reference. */
const named = (name: string): RegExp =>
  new RegExp(
    `^\\s{0,40}["']?(?:RestApiId|ApiId)["']?\\s{0,3}:\\s{0,3}["']?(${name})["']?\\s{0,3},?\\s{0,20}(?:#[^\\n]{0,200})?$`,
    'gm',
  )

const LOGICAL_ID = /^[a-z][a-z\d]{0,60}$/i

/** The name in the place of the API’s ID; null where an ID can stand there. */
function nameIn(source: string): string | null {
  const name = API_OF_SOURCE.exec(source)?.[1] ?? ''
  return name === '' || IS_ID.test(name) || !LOGICAL_ID.test(name) ? null : name
}

/** What the function's policy tests, or the condition of it that stands in the text. */
function sourcesOf(seen: Parameters<FindPair>[0]): readonly string[] {
  const tests = testsFor(seen).filter(
    ({ statement, test }) => statement.effect === 'Allow' && test.lowerKey === 'aws:sourcearn',
  )
  if (tests.length > 0) return tests.flatMap(({ test }) => test.values.map(({ text }) => text))
  return placesOf(seen.text, PASTED_SOURCE).map(({ value }) => value)
}

/**
 * The function’s policy lets in an API by what a template calls it, where its ID belongs: a plain text in place of a reference.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-api.html
 */
export const apiByItsName: FindPair = (seen) => {
  if (seen.action !== null && seen.action.toLowerCase() !== 'lambda:invokefunction') return null
  const sources = sourcesOf(seen)
  const [source] = sources
  const name = source === undefined ? null : nameIn(source)
  if (source === undefined || name === null || sources.some((one) => nameIn(one) === null)) return null
  const [place] = placesOf(withoutPolicies(seen.text), named(name))
  const clues = place === undefined ? [] : [clueOf(place)]
  return { facts: { asked: name, there: source }, clues: [{ kind: 'test-written', text: source }, ...clues] }
}
