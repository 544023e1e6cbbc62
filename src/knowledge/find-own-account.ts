import { speaksOfOtherAccount } from '../iam/accounts-in-words'
import { NAMED_IN_ACCOUNT } from '../facts/calls/names-in-account'
import { splitArn, isAccountId, accountOfArn, arnsIn } from '../iam/arn'
import { serviceOfAction } from '../iam/action'
import { matchWildcard } from '../iam/wildcard'
import { onlyOne } from '../text/only-one'
import { own } from '../text/own'
import { allowsOf } from './given-policies'
import { callTrap } from './call-trap'
import type { CallTrapId } from './call-traps'
import type { Clue, Observation, RowMatch } from './knowledge'
import { namedTexts } from '../policy/statement-names'

/** Text that is looked through. */
const MOST_TEXT = 50_000

/** An account that a text gives for a thing: `in the shared account 444455556666`. */
const ACCOUNT_SAID = /\b(?:in|to|from|of|by)\b[^.\n\d]{1,40}\baccount\b[^.\n\d]{1,30}\b(\d{12})\b/gi

/** What an ARN of a policy has behind the name of a secret in place of its six characters. */
const SUFFIX = /-(?:\*|\?{6}|[a-z\d]{6})$/i

/** What stands before the name in the last part of an ARN. */
const typeIn = (service: string, part: string): string =>
  own(NAMED_IN_ACCOUNT, service)?.types.find((type) => part.startsWith(type)) ?? ''

/** The name alone, without the type before it, a slash in front, or the six characters of a secret. */
const nameIn = (service: string, part: string): string =>
  part
    .slice(typeIn(service, part).length)
    .replace(/^\//, '')
    .replace(service === 'secretsmanager' ? SUFFIX : '', '')

/** The ARNs of the policies here that allow the action: what they name is what people mean to reach. */
const namedByPolicies = (seen: Observation): readonly string[] =>
  (['identity', 'resource'] as const)
    .flatMap((layer) => allowsOf(seen.policies, layer, seen.action ?? ''))
    .flatMap(({ statement: { resource } }) => namedTexts(resource))

const namedByText = ({ text }: Observation): readonly string[] =>
  arnsIn(text.slice(0, MOST_TEXT)).filter((arn) => accountOfArn(arn) !== '')

/** What the call named: the name as AWS repeats it, or the ARN that AWS made of it. */
const askedIn = ({ denial, resource }: Observation): string => resource ?? denial?.resource ?? ''

/** The one other account that the text speaks of, beside that of the caller. */
const otherAccount = ({ text }: Observation, account: string): string | undefined =>
  onlyOne(
    [...text.slice(0, MOST_TEXT).matchAll(ACCOUNT_SAID)].flatMap(([, one = '']) => (one === account ? [] : [one])),
  )

/** Does an ARN name the thing of this name, by itself or as a pattern? */
const isNamed = (service: string, arn: string, name: string): boolean => {
  const [, , of, , , part = ''] = splitArn(arn) ?? []
  return of === service && matchWildcard(nameIn(service, part), name)
}

/** An ARN with the name that was asked for in place of a pattern, and with what a secret has behind it. */
const wholeArn = (arn: string, name: string, type: string): string => {
  const [head = '', partition = '', service = '', region = '', account = '', part = ''] = splitArn(arn) ?? []
  const suffix = service === 'secretsmanager' ? (/-[a-z\d]{6}$/i.exec(part)?.[0] ?? '-<six characters>') : ''
  const place = /[*?]/.test(region) ? '<region>' : region
  return [head, partition, service, place, account, `${typeIn(service, part) || type}${name}${suffix}`].join(':')
}

/** How each service has its things of another account named. */
const ROWS = { arn: 'named-in-own-account', caller: 'named-for-its-account-alone' } as const

/**
 * The call names a thing by its name alone, which AWS looks up in the caller's account, where what was pasted has the thing
 * of this name in another account.
 */
export function inOwnAccount(seen: Observation): readonly RowMatch<CallTrapId>[] {
  const service = serviceOfAction(seen.action ?? '')
  const asked = askedIn(seen)
  const account = splitArn(seen.principal ?? '')?.[4] ?? ''
  const row = own(NAMED_IN_ACCOUNT, service)
  if (asked === '' || row === undefined || !isAccountId(account)) return []
  const fields = splitArn(asked)
  const said = otherAccount(seen, account)
  // An ARN that a policy names in another account can be the policy's mistake, unless the text says whose the thing is.
  const isSaid = said !== undefined || speaksOfOtherAccount(seen.text.slice(0, MOST_TEXT))
  if (fields !== null && (fields[4] !== account || !isSaid)) return []
  const name = nameIn(service, fields?.[5] ?? asked)
  const named = [...namedByText(seen), ...namedByPolicies(seen)]
  const isIn = (arn: string, test: (there: string) => boolean): boolean =>
    arn !== asked && isNamed(service, arn, name) && test(splitArn(arn)?.[4] ?? '')
  if (named.some((arn) => isIn(arn, (there) => matchWildcard(there, account)))) return []
  const found = named.find((arn) => isIn(arn, isAccountId))
  const arn =
    found ??
    (said === undefined || fields !== null ? undefined : `arn:aws:${service}:<region>:${said}:${row.types[0]}${name}`)
  if (arn === undefined) return []
  const [, , , , other = '', part = ''] = splitArn(arn) ?? []
  // A pattern for everything of an account does not tell that this is there, unless the text names the account.
  const isOfAll = /^[*?]*$/.test(nameIn(service, part)) && other !== said
  if (isOfAll && fields !== null) return []
  const clues: readonly Clue[] = [{ kind: 'text', text: found ?? other }]
  const facts = {
    asked: name,
    whole: wholeArn(arn, name, typeIn(service, fields?.[5] ?? '')),
    account,
    other,
    option: row.elsewhere,
  }
  const id = own(ROWS, row.elsewhere) ?? 'named-without-its-account'
  return [{ ...callTrap(seen, { id, strength: isOfAll ? 'supported' : 'shown', for: clues, facts }), page: row.page }]
}
