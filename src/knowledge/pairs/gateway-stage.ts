import { matchWildcard } from '../../iam/wildcard'
import { onlyOne } from '../../text/only-one'
import { testsFor } from '../compared-condition'
import type { FindPair } from './pair-finder'
import { clueOf, placesOf, withoutPolicies } from './text-places'

/** The stages of an API, as commands and logs print them. */
const STAGES = [
  /["']?\b(?:StageName|stage_name|stage)["']?\s{0,4}[:=]\s{0,4}["']?(\$default|[\w-]{1,128})(?![\w./-])/g,
  /--stage-name[= ]["']?(\$default|[\w-]{1,128})/g,
  /\bStageName['"]?\s{0,20}\n\s{0,20}\[?\s{0,20}["']?(\$default|[\w-]{1,128})["']?\s{0,20}\]?/g,
]

/** The route that is for every call which no other route takes, as a log names it. */
const DEFAULT_ROUTE = /\brouteKey["']?\s{0,3}[:=]\s{0,3}["'](\$default)["']|["'][A-Z]{3,7}\s(\$default)["']/g

/** What a pattern of a source has behind the API’s ID. */
const SOURCE = /:execute-api:[^:]{0,60}:[^:]{0,60}:[^/]{1,60}\/(.{1,300})$|\.execution_arn\}?\/(.{1,300})$/

const pathOf = (pattern: string): string => {
  const [, plain, reference] = SOURCE.exec(pattern) ?? []
  return plain ?? reference ?? ''
}

/** A stage that nobody names. */
const ANY_STAGE = 'stage'

/** What is sent for the route of all other calls, where no pattern covers it: the stage and the route, and no method. */
function defaultSent(paths: readonly string[], stage: string | undefined): string | null {
  const isMet = (path: string): boolean =>
    stage === undefined
      ? matchWildcard(path.replace(/^[^/]{1,128}/, ANY_STAGE), `${ANY_STAGE}/$default`)
      : matchWildcard(path, `${stage}/$default`)
  return paths.some(isMet) ? null : `${stage ?? 'STAGE'}/$default`
}

/** What is sent for a stage, where each pattern names another one. */
const stageSent = ([first = '', ...others]: readonly string[], stage: string): string | null =>
  [first, ...others].some((path) => matchWildcard(path.split('/', 1)[0] ?? '', stage))
    ? null
    : [stage, ...first.split('/').slice(1)].join('/')

/**
 * The policy of a function lets API Gateway in for another stage, or by a pattern with more parts than the route has.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-lambda.html
 */
export const otherStage: FindPair = (seen) => {
  if (seen.action?.toLowerCase() !== 'lambda:invokefunction' || seen.context.has('aws:sourcearn')) return null
  const text = withoutPolicies(seen.text)
  const stages = STAGES.flatMap((form) => placesOf(text, form))
  const routes = placesOf(text, DEFAULT_ROUTE)
  const stage = onlyOne(stages.map(({ value }) => value))
  const [place] = routes.length > 0 ? routes : stages
  if (place === undefined) return null
  for (const { statement, test } of testsFor(seen)) {
    const patterns = test.values.map((one) => one.text)
    const paths = patterns.map(pathOf)
    if (statement.effect !== 'Allow' || test.lowerKey !== 'aws:sourcearn' || paths.includes('')) continue
    const sent = routes.length > 0 ? defaultSent(paths, stage) : stage === undefined ? null : stageSent(paths, stage)
    if (sent === null) continue
    const [there = ''] = patterns
    return { facts: { asked: sent, there }, clues: [clueOf(place), { kind: 'test-written', text: there }] }
  }
  return null
}
