import { hasWildcard, matchWildcard } from '../../iam/wildcard'
import { widthOf, reachOfStatement } from '../../policy/reach'
import { statementsOfLayer } from '../../policy/statements-of-layer'
import type { Fix } from '../explanation'
import * as say from '../messages/fixes'
import type { JudgedCase } from '../judged-case'
import { isCovered } from './same-statement'
import { changedTo } from './whole-call'
import { textsOf } from '../../text/fields'

/** What goes with a read or a write of each object: whoever may do the one on some objects needs the other on the same. */
const GOES_WITH: readonly (readonly [action: RegExp, main: string])[] = [
  [/^s3:(?:PutObject(?:Version)?Tagging|AbortMultipartUpload|ListMultipartUploadParts)$/i, 's3:PutObject'],
  [/^s3:GetObject(?:Version|Tagging|VersionTagging|Attributes)$/i, 's3:GetObject'],
]

/** Where the policies here let the caller do what the action goes with: the narrowest pattern of objects that covers the request. */
function patternBeside({ accessCase: { policies, request } }: JudgedCase, main: string): string | null {
  const [bucket = ''] = request.resource.split('/')
  const patterns = statementsOfLayer(policies, 'identity')
    .filter((one) => one['Effect'] === 'Allow' && one['Condition'] === undefined)
    .filter((one) => isCovered(main, textsOf(one['Action'])))
    .flatMap((one) => textsOf(one['Resource']))
    .filter((one) => one.startsWith(`${bucket}/`) && hasWildcard(one) && matchWildcard(one, request.resource))
  return patterns.toSorted((one, other) => other.length - one.length)[0] ?? null
}

/**
 * The fixes with the one first that lasts: on the objects on which the caller may do already what the refused action goes
 * with, where the request is for one of them and the next one has another name.
 */
export function withPatternBeside(judged: JudgedCase, fixes: readonly Fix[]): readonly Fix[] {
  const [first, ...rest] = fixes
  const { action, resource } = judged.accessCase.request
  const main = GOES_WITH.find(([pattern]) => pattern.test(action))?.[1]
  const [change, ...more] = first?.changes ?? []
  const statement = first?.statement
  if (!first || !change || more.length > 0 || !statement || main === undefined) return fixes
  if (first.layer !== 'identity' || !first.least || statement['Resource'] !== resource) return fixes
  const pattern = patternBeside(judged, main)
  const whole = pattern === null ? null : changedTo(change, [{ ...statement, Resource: pattern }])
  if (pattern === null || whole === null) return fixes
  const reach = reachOfStatement({ ...statement, Resource: pattern })
  const { beyond: _ofOne, ...other } = first
  const lasting = {
    ...other,
    sentence: say.besidePatternSentence(first.sentence, { resource, pattern, main }),
    opens: say.opensPhrase(first.layer, reach),
    changes: [whole],
    reaches: [reach],
    width: widthOf(first.layer, reach),
    // What is on other objects too is more than the least statement for the request.
    statement: null,
  }
  return [lasting, { ...first, least: false }, ...rest]
}
