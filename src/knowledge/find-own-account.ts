import { splitArn } from '../iam/arn'
import { serviceOfAction } from '../iam/action'
import { own } from '../text/own'
import { allowsOf } from './given-policies'
import type { CallTrapId } from './call-traps'
import type { Clue, Facts, Observation, RowMatch } from './knowledge'

/** How a row becomes a match. */
type TrapOf = (
  seen: Observation,
  id: CallTrapId,
  strength: 'shown',
  clues: readonly Clue[],
  facts: Facts,
) => RowMatch<CallTrapId>

/** What stands before the name in the ARN of a thing that a call can name by either, by service. */
const BEFORE_NAME: Readonly<Record<string, RegExp>> = {
  secretsmanager: /^secret:/,
  ssm: /^parameter\/?/,
  lambda: /^function:/,
  dynamodb: /^table\//,
  kms: /^(?=alias\/)/,
  kinesis: /^stream\//,
  states: /^stateMachine:/,
  events: /^event-bus\//,
}

const ARN = /\barn:aws[a-z-]{0,12}:[a-z\d-]{2,40}:[a-z\d-]{0,30}:\d{12}:[^\s"'`,;()|\\]{1,400}/g

/** Text that is looked through. */
const MOST_TEXT = 50_000

const OF_ACCOUNTS = /\b(?:cross|another|other|different)[ -]accounts?\b/i

/** What an ARN of a policy has behind the name of a secret in place of its six characters. */
const ANY_SUFFIX = /-(?:\*|\?{6})$/

/** The name alone, without the type before it, a slash in front, or the six characters of a secret. */
const nameIn = (service: string, part: string): string =>
  part
    .replace(own(BEFORE_NAME, service) ?? '', '')
    .replace(/^\//, '')
    .replace(service === 'secretsmanager' ? /-(?:\*|\?{6}|[a-z\d]{6})$/i : '', '')

/** The ARNs that the text, or a policy of the caller for the same action, names. */
const namedIn = (seen: Observation): readonly string[] => [
  ...(seen.text.slice(0, MOST_TEXT).match(ARN) ?? []).map((arn) => arn.replace(/[.:]{1,5}$/, '')),
  ...allowsOf(seen.policies, 'identity', seen.action ?? '').flatMap(
    ({ statement: { resource } }) => resource?.values.map(({ text }) => text) ?? [],
  ),
]

/** What the call named: the name as AWS repeats it, or the ARN that AWS made of it. */
const askedIn = ({ denial, resource }: Observation): string => resource ?? denial?.resource ?? ''

/**
 * The call names a thing by its name alone, which AWS looks up in the caller's account, where the text has the thing of this
 * name in another account.
 */
export function inOwnAccount(seen: Observation, trapOf: TrapOf): readonly RowMatch<CallTrapId>[] {
  const service = serviceOfAction(seen.action ?? '')
  const asked = askedIn(seen)
  const account = splitArn(seen.principal ?? '')?.[4] ?? ''
  if (asked === '' || own(BEFORE_NAME, service) === undefined || !/^\d{12}$/.test(account)) return []
  const fields = splitArn(asked)
  // An ARN that a policy names in another account can be the policy's mistake, unless the text says whose the thing is.
  if (fields !== null && (fields[4] !== account || !OF_ACCOUNTS.test(seen.text.slice(0, MOST_TEXT)))) return []
  const name = nameIn(service, fields?.[5] ?? asked)
  const meant = namedIn(seen).filter((arn) => {
    const [, , of, , there = '', part = ''] = splitArn(arn) ?? []
    return of === service && nameIn(service, part) === name && there !== account && /^\d{12}$/.test(there)
  })
  const isHere = namedIn(seen).some(
    (arn) => arn !== asked && splitArn(arn)?.[4] === account && nameIn(service, splitArn(arn)?.[5] ?? '') === name,
  )
  const [found] = meant
  if (found === undefined || isHere) return []
  const whole = found.replace(ANY_SUFFIX, '-<six characters>')
  const clues = [{ kind: 'text', text: found }] as const
  return [trapOf(seen, 'named-in-own-account', 'shown', clues, { asked: name, whole, account })]
}
