import { labelledArn, arnsOfKind, rolesOfAnyAccount } from '../../iam/arn-in-text'
import { isAccountId, parseArn, accountOfArn } from '../../iam/arn'
import type { Facts } from '../../knowledge/knowledge'
import { statementsOfLayer } from '../../policy/statements-of-layer'
import { onlyOne } from '../../text/only-one'
import { fieldsOf, textsOf } from '../../text/fields'
import type { JudgedCase } from '../judged-case'

/** Services that launch instances as a role of their own, by what a text calls them; the first that it speaks of. */
const LAUNCHERS = [
  { told: /\bspot[ -]?fleets?\b|\bsfr-[\da-f]/i, role: 'spotfleet.amazonaws.com/AWSServiceRoleForEC2SpotFleet' },
  { told: /\bec2 ?fleets?\b|\bcreate-?fleet\b/i, role: 'ec2fleet.amazonaws.com/AWSServiceRoleForEC2Fleet' },
  { told: /\bspot\b/i, role: 'spot.amazonaws.com/AWSServiceRoleForEC2Spot' },
  {
    told: /\basgs?\b|\bauto ?scaling\b|\bLaunching a new EC2 instance\b/i,
    role: 'autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
  },
] as const

const ACCOUNT = /(?<![\w.-])\d{12}(?![\w-])/g
const MOST_READ = 20_000

/** That words say in which account the key is. */
const KEY_IN_ACCOUNT = /\bkey\b[^\n\d]{1,60}\b(?:in|of|from|by|to)\s(?:[a-z-]{1,16}\s){0,3}account:?\s(\d{12})(?!\d)/gi

/** The accounts that own the key: of its ARN, and those whose root user its policy lets do all. */
export function ownersOf({ accessCase: { error = '', policies } }: JudgedCase): ReadonlySet<string> {
  const named = arnsOfKind(error.slice(0, MOST_READ), 'keyOrAlias').map((arn) => parseArn(arn)?.account ?? '')
  const inPolicy = statementsOfLayer(policies, 'resource')
    .filter((one) => one['Effect'] === 'Allow' && one['Action'] === 'kms:*')
    .flatMap((one) => textsOf(fieldsOf(one['Principal'])['AWS']))
    .map((arn) => parseArn(arn)?.account ?? arn)
  const told = [...error.slice(0, MOST_READ).matchAll(KEY_IN_ACCOUNT)].map(([, account = '']) => account)
  return new Set([...named, ...inPolicy, ...told].filter(isAccountId))
}

/** Does the situation say that the key is of another account than the one that launches? */
const isKeyElsewhere = ({ denial }: JudgedCase): boolean => denial?.situation === 'key-of-launch-elsewhere'

/** The account that launches: the one that the text speaks of beside the owner of the key. */
function launchingAccount(judged: JudgedCase): string | null {
  const { error = '' } = judged.accessCase
  const owners = ownersOf(judged)
  const accounts = [...error.slice(0, MOST_READ).matchAll(ACCOUNT)].map(([account]) => account)
  const others = accounts.filter((account) => !owners.has(account))
  if (isKeyElsewhere(judged)) return onlyOne(others) ?? null
  const named = others.length > 0 ? others : accounts
  return onlyOne(named.length > 0 ? named : owners) ?? null
}

/** A setting of a group, in which the role stands that it launches as. */
const SET_ROLE = labelledArn(String.raw`\bservice_?linked_?role_?arn`, 'role')

/** The one role of the service that launches which the text prints: a group can have one of its own, whose name goes on behind that of all. */
export function printedLauncher({ accessCase: { error = '' } }: JudgedCase): string | null {
  const text = error.slice(0, MOST_READ)
  const launcher = LAUNCHERS.find(({ told }) => told.test(text))
  if (launcher === undefined) return null
  const isOfIt = (arn: string): boolean => arn.includes(`:role/aws-service-role/${launcher.role}`)
  const set = onlyOne([...text.matchAll(SET_ROLE)].flatMap(([, arn = '']) => (isOfIt(arn) ? [arn] : [])))
  return set ?? onlyOne(rolesOfAnyAccount(text).filter(isOfIt)) ?? null
}

/** The service-linked role that launches, with a blank for an account that nothing names; nothing where no service is told. */
export function launchingRole(judged: JudgedCase): Facts {
  const text = (judged.accessCase.error ?? '').slice(0, MOST_READ)
  const launcher = LAUNCHERS.find(({ told }) => told.test(text))
  if (launcher === undefined) return {}
  const printed = printedLauncher(judged)
  if (printed !== null) return { linkedRole: printed }
  const account = launchingAccount(judged) ?? '<account that launches>'
  return { linkedRole: `arn:aws:iam::${account}:role/aws-service-role/${launcher.role}` }
}

/** The role for which the account that launches makes a grant of another account's key itself. */
export const granteeElsewhere = (judged: JudgedCase): string | null => {
  const role = isKeyElsewhere(judged) ? launchingRole(judged)['linkedRole'] : undefined
  return role === undefined ? null : String(role)
}

/** What a job copies from, as its description has it. */
const COPIED_FROM = labelledArn(String.raw`\bsource\w{0,30}arn`, 'thing')

/** The account from which a job copies; null: it is no copy, or nothing names it. */
export const copierElsewhere = ({ accessCase: { error = '' } }: JudgedCase): string | null =>
  onlyOne([...error.slice(0, MOST_READ).matchAll(COPIED_FROM)].map(([, arn = '']) => accountOfArn(arn))) ?? null

/** The account that launches with a key of another one; null: it is not so, or nothing names it. */
export const launcherElsewhere = (judged: JudgedCase): string | null =>
  isKeyElsewhere(judged) ? launchingAccount(judged) : null
