import { documentText } from '../../case/case-documents'
import { policiesOfLayer } from '../../case/layer-policies'
import { serviceOfAction } from '../../iam/action'
import { isAccountId, parseArn } from '../../iam/arn'
import { parsePrincipal } from '../../iam/principal'
import { regionsIn } from '../../iam/regions-in-text'
import type { Facts } from '../../knowledge/knowledge'
import { thingsNamedIn } from '../../knowledge/named-things'
import { IDS_IN_TEXT, idsIn } from '../../knowledge/text-ids'
import { statementsIn } from '../../policy/statements-in'
import { onlyOne } from '../../text/only-one'
import { own } from '../../text/own'
import type { Situation } from '../situation'

const ACCOUNT = /:(\d{12}):/g

/** A field of an ARN that is no blank. */
const written = (field = ''): string => (/[<*?]/.test(field) ? '' : field)

/** A Region and an account as the ARNs of the policies have them. */
interface Place {
  readonly region: string
  readonly account: string
}

/** The Regions and accounts of the ARNs that the given policies name for the service of the request. */
function placesInPolicies({ policies, request }: Situation['accessCase']): readonly Place[] {
  const service = serviceOfAction(request.action)
  return (['identity', 'resource'] as const)
    .flatMap((layer) => policiesOfLayer(policies, layer))
    .flatMap(({ document }) => statementsIn(documentText(document)))
    .flatMap((statement) => [statement['Resource']].flat())
    .flatMap((one) => {
      const arn = typeof one === 'string' ? parseArn(one) : null
      return arn?.service === service && isAccountId(arn.account) && /^[a-z]{2,4}-[a-z-]+-\d$/.test(arn.region)
        ? [{ region: arn.region, account: arn.account }]
        : []
    })
}

/**
 * What the text of an error says of the parts of an ARN. Where it speaks of several accounts or Regions nothing tells
 * which of them is meant, so that none is.
 */
export function textValues({ accessCase, denial }: Situation): Facts {
  const { request, error = '' } = accessCase
  const arn = parseArn(request.resource)
  const caller = parsePrincipal(request.principal)
  const accounts = [
    ...[arn?.account, request.resourceAccount, caller?.account].filter((one) => isAccountId(one ?? '')),
    ...[...error.matchAll(ACCOUNT)].map(([, account]) => account),
  ]
  const said = written(arn?.region) || onlyOne(regionsIn(error))
  // Where the text names none, what the policies name for the same service is meant.
  const inPolicies = regionsIn(error).length === 0 || accounts.length === 0 ? placesInPolicies(accessCase) : []
  const region = said ?? (regionsIn(error).length === 0 ? onlyOne(inPolicies.map((one) => one.region)) : undefined)
  const account = accounts.length === 0 ? onlyOne(inPolicies.map((one) => one.account)) : onlyOne(accounts)
  const named = Object.keys(IDS_IN_TEXT).map((name) => [name, idsIn(error, name)[0]] as const)
  // The distribution for which the policy of the bucket lets CloudFront in is the one that reads.
  const distribution = onlyOne(
    policiesOfLayer(accessCase.policies, 'resource').flatMap(({ document }) =>
      idsIn(documentText(document), 'distribution'),
    ),
  )
  const things = thingsNamedIn(error)
  const [tag] = idsIn(error, 'tag')
  const entries = [
    // AWS IoT’s events call both so. https://docs.aws.amazon.com/iot/latest/developerguide/cwl-format.html
    ['topicFilter', things['topic']] as const,
    ['distribution', distribution] as const,
    ...Object.entries(things),
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
