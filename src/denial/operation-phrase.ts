import { bucketArn } from '../facts/calls/resource-of-request'
import { actionsOfOperation, serviceOfOperation } from '../iam/operations'

/** Verbs that names of operations begin with, as sentences say them. */
const VERB =
  /\b(?<verb>create|describe|list|get|put|delete|update|register|start|stop|attach|associate|assume|invoke|publish|send|receive|tag|modify|copy|decrypt|encrypt)(?:s|ing)?\s(?<nouns>[a-z][\w-]{1,30}(?:\s[a-z][\w-]{1,30}){0,5})/gi

/** Words of a sentence that are in no operation's name. */
const FILLER =
  /^(?:the|an?|any|your|this|its|new|elastic|amazon|aws|cloudwatch|ec2|vpc|iam|s3|sqs|sns|kms|lambda|in|on|for|of|to|from)$/i

/** Where the nouns of a verb end. */
const STOP = /^(?:in|on|for|of|to|from|with|because|and|or|as|at|by|due|using)$/i

const LONGEST = 4

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()

/** Names that more services have than the table of operations tells. */
const SHARED =
  /^(?:Describe|Create|Update|Delete|List|Get|Start|Stop)(?:Cluster|Service|Services|Function|Policy|Image|Images|Table|Job|User|Key|Session)s?$/

/** Operations that make or delete things do so one at a time; tags they make and delete together. */
const oneOf = (name: string): string => (/^(?:Create|Delete)\w+(?<!Tag|s)s$/.test(name) ? name.slice(0, -1) : name)

/** The action of an operation that a sentence says in words: "create network interface" is `ec2:CreateNetworkInterface`. */
export function actionInWords(words: string): string | undefined {
  for (const { groups } of words.matchAll(VERB)) {
    const all = (groups?.nouns ?? '').split(/\s/)
    const stop = all.findIndex((word, i) => i > 0 && STOP.test(word))
    const nouns = (stop < 0 ? all : all.slice(0, stop)).filter((word) => !FILLER.test(word)).slice(0, LONGEST)
    for (let length = nouns.length; length > 0; length--) {
      const name = oneOf(capital(groups?.verb ?? '') + nouns.slice(0, length).map(capital).join(''))
      const service = SHARED.test(name) ? null : serviceOfOperation(name)
      if (service !== null) return actionsOfOperation(service, name)[0]
    }
  }
  return undefined
}

/** A verb, a kind of thing, and the ARN of one of that kind. */
const ON_ARN =
  /\bto\s(?<verb>(?!(?:the|this|your|any|its|access|use|reach|see|view|read|write|manage|open)\b)[a-z]{3,20})\s(?:the\s|this\s|your\s)?(?<kind>[a-z]{3,30}(?:\s[a-z]{3,30})?)\s["'`]?(?<arn>arn:aws[\w-]{0,12}:(?<service>[a-z\d-]{2,40}):[^\s"'`:]{0,30}:[^\s"'`:]{0,20}:(?<type>[a-z-]{3,40})[/:][^\s"'`,;)\]]{1,300}[\w*])/i

/** What "to apply the guardrail ARN" asks for: `bedrock:ApplyGuardrail` on it, since the ARN is of that kind. */
export function actionOnArn(words: string): { readonly action: string; readonly resource: string } | undefined {
  const { verb = '', kind = '', arn = '', service = '', type = '' } = ON_ARN.exec(words)?.groups ?? {}
  const noun = kind.split(/\s/).map(capital).join('')
  if (noun === '' || noun !== type.split('-').map(capital).join('')) return undefined
  return { action: `${service}:${capital(verb)}${noun}`, resource: arn }
}

/** An action as IAM writes it, behind the words for what failed, with what it was for where that is an ARN or a bucket. */
const FAILED_ACTION =
  /\b(?:(?:access|permission)\s?(?:was\s|is\s)?denied(?:\s(?:for|on|to|when|while))?|fail(?:ed|s|ure)\s(?:to|when|while)|unable\sto|can(?:not|['\u2019]t)|could(?:\snot|n['\u2019]t))\s(?:perform(?:ing)?\s|call(?:ing)?\s|invok(?:e|ing)\s|execut(?:e|ing)\s|run(?:ning)?\s|us(?:e|ing)\s)?(?:the\s)?(?:action\s|operation\s)?["'`]?(?<action>(?<service>[a-z][a-z\d-]{1,30}):[a-z][a-z\d]{3,80})\b(?!\*)["'`]?(?:\s(?:on|for)\s(?:the\s)?(?:resource\s|bucket\s)?["'`]?(?:(?<arn>arn:aws[^\s"'`,;)\]]{4,400}[\w*])|(?<bucket>[a-z\d][a-z\d.-]{1,61}[a-z\d])(?=["'`]?[\s.]*$)))?/i

/** What a sentence says that failed, by the name of its action: "Failed to call ec2:DescribeSubnets". */
export function actionThatFailed(words: string): { readonly action: string; readonly resource?: string } | undefined {
  const { action, service, arn, bucket } = FAILED_ACTION.exec(words)?.groups ?? {}
  if (action === undefined || !/:[A-Z]/.test(action)) return undefined
  const resource = arn ?? (service === 's3' && bucket !== undefined ? bucketArn(bucket, null) : undefined)
  return resource === undefined ? { action } : { action, resource }
}
