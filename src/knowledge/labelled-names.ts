import { isAccountId, parseArn } from '../iam/arn'
import { own } from '../text/own'
import type { Facts } from './knowledge'
import { wordsApart, camelCase } from '../text/letter-case'

/** What people, tools and commands call a thing beside its name, as `bucket name: logs` or `"topicArn": "arn:…"`. */
const LABELLED =
  /(?<![\w.<{$])["']?([a-z]{3,40}(?:[ _-][a-z]{2,20}){0,3})["']?\s{0,3}([:=])\s{0,3}(["']?)([\w./@+-][\w./:@+-]{1,200})(?![\w./:@+*<{$[-])/gi

/** An option of a command line with its value. */
const OPTION =
  /(?<=\s)--([a-z]{2,40}(?:-[a-z]{2,20}){0,3})(?:=|[ \t]{1,2})(["']?)(?!--)([\w./@+-][\w./:@+-]{1,200})(?![\w./:@+*<{$[-])/g

/** The name that a command gives to what it makes or changes: `create-trail --name audit`. */
const NAMED_BY_COMMAND =
  /\baws [a-z][a-z\d-]{1,30} (?:create|update|put)-([a-z]{3,20}(?:-[a-z]{2,20}){0,3})\s(?:[^\n]{0,300}\s)?--name[ =]["']?(?!--)([\w./@+-]{2,200})/g

/** What Terraform names behind its kind: `creating CloudTrail Trail (audit)`. */
const CALLED = /\b[a-z]{3,14}ing (?:for )?((?:[A-Z]\w{1,20} ){0,4}[A-Z][a-z]{2,20}) \(([\w./@+-][\w./:@+-]{1,200})\)/g

/** What a label can name, as the blanks of statements call it. */
const LABELS: ReadonlySet<string> = new Set(
  (
    'bucket topic queue function table stream repository cluster environment database secret domain project alarm trail ' +
    'rule distribution logGroup userPool identityPool targetGroup loadBalancer stateMachine account ' +
    'pipeline application deploymentGroup workgroup nodegroup stack vault agent knowledgeBase detector profile ' +
    'instanceProfile inferenceProfile fargateProfile dbInstance dbCluster model namespace policyStore'
  ).split(' '),
)

/** Labels of two words for one thing. */
const AS_ONE: Readonly<Record<string, string>> = { work: 'workgroup', node: 'nodegroup' }

const wordsOf = (label: string): readonly string[] =>
  wordsApart(label)
    .toLowerCase()
    .split(/[ _-]+/)
    .flatMap((word, at, all) =>
      word === 'group' && Object.hasOwn(AS_ONE, all[at - 1] ?? '')
        ? []
        : [all[at + 1] === 'group' && Object.hasOwn(AS_ONE, word) ? AS_ONE[word]! : word],
    )

/** A label as the name of a gap, by its last words: `LOG_GROUP_NAME` is `logGroup`; null where it names none. */
const gapOfLabel = (label: string): string | null => {
  const words = wordsOf(label)
  const named = words.length > 1 && /^(?:name|arn|id|identifier)$/.test(words.at(-1) ?? '') ? words.slice(0, -1) : words
  const gaps = named.map((_, from) => camelCase(named.slice(from)))
  return gaps.find((gap) => LABELS.has(gap)) ?? null
}

/** What stands behind a label; of the name of a kind and an ARN, `rule arn:aws:…`, the whole ARN. */
const wholeOf = (label: string, value: string): string =>
  /(?:^|\s)arn$/.test(label) && /^aws[a-z-]{0,10}:[a-z]/.test(value) ? `arn:${value}` : value

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

/** What has an id that AWS gives, which a name in code is not. */
const ID_OF: Readonly<Record<string, RegExp>> = { userPool: /^[a-z]{2}-[a-z]{4,15}-\d_\w{1,50}$/ }

const isNameOf = (gap: string, name: string): boolean =>
  gap === 'account'
    ? isAccountId(name)
    : own(ID_OF, gap)?.test(name) !== false &&
      name !== '' &&
      !isAccountId(name) &&
      !NO_NAMES.test(name) &&
      !IS_ERROR.test(name)

/** What SDKs write before a service and its operation: `operation error CloudTrail: CreateTrail` names no trail. */
const OF_OPERATION = /(?:^|operation )error /i

/** A reference of code, as in `bucket = aws_s3_bucket.logs.id`, and the begin of a call. */
const IS_REFERENCE = /^[a-z_]\w*(?:\.[a-z_]\w*)+$/i

/**
 * Is what stands behind a label its value? In a sentence, as in `creating SNS topic: access denied`, it is what went wrong:
 * then it goes on, or is a label itself. An address is no name.
 */
const isValue = ([, label = '', sign, quote, value = '']: RegExpExecArray, before: string, behind: string): boolean => {
  // What code passes by a name, as `get(SecretId=chosen)`, is a variable.
  const isPassed = sign === '=' && /(?:\(|, )$/.test(before)
  if (quote === '' && (isPassed || IS_REFERENCE.test(value) || behind.startsWith('('))) return false
  if (value.endsWith(':') || /^(?!s3:)[a-z]+:\/\//i.test(value) || OF_OPERATION.test(label)) return false
  return sign === '=' || quote !== '' || value.endsWith('.') || /(?:name|arn|id)$/i.test(label) || !/^ \w/.test(behind)
}

const MOST_LABELLED = 20_000

/** Each name that a text gives a thing by a label or an option, with the name of its gap. */
export function labelledNames(text: string): readonly (readonly [gap: string, name: string])[] {
  const read = text.slice(0, MOST_LABELLED)
  const labels = [...read.matchAll(LABELLED)].flatMap((match) => {
    const [whole, label = '', , , value = ''] = match
    const behind = match.index + whole.length
    return isValue(match, read.slice(Math.max(0, match.index - 2), match.index), read.slice(behind, behind + 2))
      ? [[label, wholeOf(label, value)] as const]
      : []
  })
  const options = [...read.matchAll(OPTION)].map(([, label = '', , value = '']) => [label, value] as const)
  const made = [CALLED, NAMED_BY_COMMAND].flatMap((form) =>
    [...read.matchAll(form)].map(([, label = '', value = '']) => [label, value] as const),
  )
  return [...labels, ...options, ...made].flatMap(([label, value]) => {
    const gap = gapOfLabel(label)
    const name = nameOf(value)
    return gap !== null && isNameOf(gap, name) ? [[gap, name] as const] : []
  })
}

/** What pairs of gaps and names say, where all of a gap say one thing. */
export function factsOfPairs(pairs: readonly (readonly [gap: string, name: string])[]): Facts {
  const found = new Map<string, Set<string>>()
  for (const [gap, name] of pairs) found.set(gap, (found.get(gap) ?? new Set<string>()).add(name))
  return Object.fromEntries(
    [...found].flatMap(([gap, names]) => (names.size === 1 ? [[gap, [...names][0] ?? '']] : [])),
  )
}
