import type { AccessCase } from '../../case/access-case'
import { documentText } from '../../case/case-documents'
import { policiesOfLayer } from '../../case/layer-policies'
import { serviceOfAction } from '../../iam/action'
import { isAccountId, parseArn } from '../../iam/arn'
import { parsePrincipal } from '../../iam/principal'
import { regionsIn } from '../../iam/regions-in-text'
import type { Facts } from '../../knowledge/knowledge'
import { thingsNamedIn } from '../../knowledge/named-things'
import { IDS_IN_TEXT, idsIn } from '../../knowledge/text-ids'
import { resourcesInPolicies } from '../../policy/statements-of-layer'
import { onlyOne } from '../../text/only-one'
import { own } from '../../text/own'
import type { JudgedCase } from '../judged-case'
import { ownersOf } from './launching-role'

/** An account in an ARN or the URL of a queue, of which a word says that it is one, or in whose registry an image is. */
const ACCOUNT =
  /:(\d{12}):|\.amazonaws\.com\/(\d{12})\/|\b(?:account(?:[ _-]?(?:id|number))?["']?(?: is| ?[:=])?|(?:(?:deploy|runn?)(?:ed|s|ing)? )?(?:in|into)|of|from|to) ?["'(]?(\d{12})\b|\b(\d{12})\.dkr\.ecr\b/gi

/** The Region that a command, a setting or a field names as such. */
const REGION_SET = /(?:--region[ =]|\bregion["']?\s{0,2}[:=]\s{0,2})["']?([a-z]{2,4}-[a-z-]{2,20}-\d)\b/gi

/** A field of an ARN that is no blank. */
const written = (field = ''): string => (/[<*?]/.test(field) ? '' : field)

/** A Region and an account as the ARNs of the policies have them. */
interface Place {
  readonly region: string
  readonly account: string
}

/** The Regions and accounts of the ARNs that the given policies name for the service of the request. */
function placesInPolicies({ policies, request }: JudgedCase['accessCase']): readonly Place[] {
  const service = serviceOfAction(request.action)
  return resourcesInPolicies(policies).flatMap((one) => {
    const arn = parseArn(one)
    return arn?.service === service && isAccountId(arn.account) && /^[a-z]{2,4}-[a-z-]+-\d$/.test(arn.region)
      ? [{ region: arn.region, account: arn.account }]
      : []
  })
}

/** The address of a cluster, which a sign-in is to: it has an id of its own beside those of its instances. */
const OF_CLUSTER = /\.cluster-(?:ro-|custom-)?[a-z\d]{10,16}\.[a-z\d-]{5,30}\.(?:rds|neptune)\.amazonaws\.com/

const idsOfKind = (error: string, name: string): readonly string[] =>
  idsIn(error, name).filter((id) => name !== 'dbiResourceId' || !OF_CLUSTER.test(error) || id.startsWith('cluster-'))

const NAMED = new WeakMap<AccessCase, Facts>()

/** What the words of a case name: found once for all who ask. */
function namedInError(accessCase: AccessCase): Facts {
  let named = NAMED.get(accessCase)
  if (named === undefined) NAMED.set(accessCase, (named = thingsNamedIn(accessCase.error ?? '')))
  return named
}

/**
 * What the text of an error says of the parts of an ARN. Where it speaks of several accounts or Regions nothing tells
 * which of them is meant, so that none is.
 */
export function textValues(judged: JudgedCase): Facts {
  const { accessCase, denial } = judged
  const { request, error = '' } = accessCase
  const arn = parseArn(request.resource)
  const caller = parsePrincipal(request.principal)
  const accounts = [
    ...[arn?.account, request.resourceAccount, caller?.account].filter((one) => isAccountId(one ?? '')),
    ...[...error.matchAll(ACCOUNT)].map(([, ...found]) => found.find((one) => one !== undefined)),
  ]
  const set = [...error.matchAll(REGION_SET)].map(([, region]) => region)
  const said = written(arn?.region) || (onlyOne(regionsIn(error)) ?? onlyOne(set))
  // Where the text names none, what the policies name for the same service is meant.
  const inPolicies = regionsIn(error).length === 0 || accounts.length === 0 ? placesInPolicies(accessCase) : []
  const region = said ?? (regionsIn(error).length === 0 ? onlyOne(inPolicies.map((one) => one.region)) : undefined)
  const { key, ...things } = namedInError(accessCase)
  // Whose image it is, is told by its registry; who pulls it, by the other account.
  const account =
    accounts.length === 0
      ? onlyOne([...inPolicies.map((one) => one.account), ...ownersOf(judged)])
      : (onlyOne(accounts) ?? onlyOne(accounts.filter((one) => one !== things['registry'])))
  const named = Object.keys(IDS_IN_TEXT).map((name) => [name, onlyOne(idsOfKind(error, name))] as const)
  // The distribution for which the policy of the bucket lets CloudFront in is the one that reads.
  const distribution = onlyOne(
    policiesOfLayer(accessCase.policies, 'resource').flatMap(({ document }) =>
      idsIn(documentText(document), 'distribution'),
    ),
  )
  const [tag] = idsIn(error, 'tag')
  const entries = [
    // AWS IoT’s events call both so. https://docs.aws.amazon.com/iot/latest/developerguide/cwl-format.html
    ['topicFilter', things['topic']] as const,
    ['distribution', distribution] as const,
    ...Object.entries(things),
    // The id of a KMS key is no key of an object.
    ['key', error.includes(`:key/${key}`) ? undefined : key] as const,
    ...named,
    // The tag of one release is another one at the next.
    ['tag', tag?.replace(/^v\d[\w.-]*$/, 'v*')] as const,
    ...Object.entries(denial?.named ?? {}),
    ['region', region] as const,
    ['account', account] as const,
    ['partition', written(arn?.partition) || caller?.partition || 'aws'] as const,
  ]
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, string] => Boolean(entry[1])))
}

const BLANK = /<([a-z][a-z ]{0,40})>/g

const gapOf = (words: string): string => words.replace(/ ([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** A text with each blank filled that the values have: `<user pool>` by `userPool`. */
export const withTextValues = (text: string, values: Facts): string =>
  text.replace(BLANK, (blank, words: string) => {
    const names = [gapOf(words), gapOf(words.replace(/ (?:name|id)$/, ''))]
    return names.map((name) => own(values, name)).find((value) => value !== undefined) ?? blank
  })
