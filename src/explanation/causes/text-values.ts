import { documentText } from '../../case/case-documents'
import { policiesOfLayer } from '../../case/layer-policies'
import { serviceOfAction } from '../../iam/action'
import { isAccountId, parseArn } from '../../iam/arn'
import { parsePrincipal } from '../../iam/principal'
import { regionsIn } from '../../iam/regions-in-text'
import type { Facts } from '../../knowledge/knowledge'
import { IDS_IN_TEXT, idsIn } from '../../knowledge/text-ids'
import { statementsIn } from '../../policy/statements-in'
import { onlyOne } from '../../text/only-one'
import { own } from '../../text/own'
import type { Situation } from '../situation'

const ACCOUNT = /:(\d{12}):/g

/** What people, tools and commands call a thing beside its name, as `bucket name: logs` or `"topicArn": "arn:…"`. */
const LABELLED =
  /(?<![\w.<{$])["']?([a-z]{3,40}(?:[ _-][a-z]{2,20}){0,2})["']?\s{0,3}([:=])\s{0,3}(["']?)([\w./@+-][\w./:@+-]{1,200})(?![\w./:@+*<{$[-])/gi

/** What a label can name, as the blanks of statements call it. */
const LABELS: ReadonlySet<string> = new Set(
  (
    'bucket topic queue function table stream repository cluster environment database secret domain project alarm trail ' +
    'rule distribution logGroup userPool identityPool targetGroup loadBalancer stateMachine account'
  ).split(' '),
)

/** A label as the name of a gap, by its last words: `LOG_GROUP_NAME` is `logGroup`; null where it names none. */
const gapOfLabel = (label: string): string | null => {
  const words = label
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[ _-]+/)
  const named = words.length > 1 && /^(?:name|arn|id)$/.test(words.at(-1) ?? '') ? words.slice(0, -1) : words
  const gaps = named.map((_, from) =>
    named
      .slice(from)
      .map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
      .join(''),
  )
  return gaps.find((gap) => LABELS.has(gap)) ?? null
}

/** The name of a thing out of what stands behind its label. */
const nameOf = (value: string): string => {
  const text = value.replace(/^s3:\/\//, '').replace(/[.:/]$/, '')
  const part = parseArn(text)?.resource
  // Of an ARN that is cut off or masked nothing is known to be the name.
  return part === undefined ? (text.startsWith('arn:') ? '' : text) : part.replace(/^[a-z-]{1,30}[:/](?=.)/, '')
}

/** What stands where a name could, and is none. */
const NO_NAMES = /^(?:true|false|null|none|arn|aws|https?|denied|forbidden|unauthori[sz]ed)$/i

/** What SDKs call an error, as in `AccessDeniedException`. */
const IS_ERROR = /[a-z](?:Denied|Error|Exception|Fault)$/

const isNameOf = (gap: string, name: string): boolean =>
  gap === 'account'
    ? isAccountId(name)
    : name !== '' && !isAccountId(name) && !NO_NAMES.test(name) && !IS_ERROR.test(name)

/** What SDKs write before a service and its operation: `operation error CloudTrail: CreateTrail` names no trail. */
const OF_OPERATION = /(?:^|operation )error /i

/**
 * Is what stands behind a label its value? In a sentence, as in `creating SNS topic: access denied`, it is what went wrong:
 * then it goes on, or is a label itself. An address is no name.
 */
const isValue = ([, label = '', sign, quote, value = '']: RegExpExecArray, behind: string): boolean => {
  if (value.endsWith(':') || /^(?!s3:)[a-z]+:\/\//i.test(value) || OF_OPERATION.test(label)) return false
  return sign === '=' || quote !== '' || value.endsWith('.') || /(?:name|arn|id)$/i.test(label) || !/^ \w/.test(behind)
}

/** What the labels of a text say, where each says one thing. */
function labelledValues(text: string): Facts {
  const found = new Map<string, Set<string>>()
  const read = text.slice(0, MOST_LABELLED)
  for (const match of read.matchAll(LABELLED)) {
    const [whole, label = '', , , value = ''] = match
    const gap = gapOfLabel(label)
    const name = nameOf(value)
    const behind = match.index + whole.length
    if (gap !== null && isNameOf(gap, name) && isValue(match, read.slice(behind, behind + 2)))
      found.set(gap, (found.get(gap) ?? new Set<string>()).add(name))
  }
  return Object.fromEntries(
    [...found].flatMap(([gap, names]) => (names.size === 1 ? [[gap, [...names][0] ?? '']] : [])),
  )
}

const MOST_LABELLED = 20_000

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
  const labelled = labelledValues(error)
  const [tag] = idsIn(error, 'tag')
  const entries = [
    // AWS IoT’s events call both so. https://docs.aws.amazon.com/iot/latest/developerguide/cwl-format.html
    ['topicFilter', labelled['topic']] as const,
    ...Object.entries(labelled),
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
