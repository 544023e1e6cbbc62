import { kmsArnsIn } from '../../iam/kms-alias'
import { isAccountId, parseArn } from '../../iam/arn'
import type { Facts } from '../../knowledge/knowledge'
import { statementsOfLayer } from '../../policy/statements-of-layer'
import { onlyOne } from '../../text/only-one'
import { fieldsOf, textsOf } from '../../text/fields'
import type { Situation } from '../situation'

/** Services that launch instances as a role of their own, by what a text calls them; the first that it speaks of. */
const LAUNCHERS = [
  { told: /\bspot\b/i, role: 'spot.amazonaws.com/AWSServiceRoleForEC2Spot' },
  { told: /\basgs?\b|\bauto ?scaling\b/i, role: 'autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling' },
] as const

const ACCOUNT = /(?<![\w.-])\d{12}(?![\w-])/g
const MOST_READ = 20_000

/** The accounts that own the key: of its ARN, and those whose root user its policy lets do all. */
export function ownersOf({ accessCase: { error = '', policies } }: Situation): ReadonlySet<string> {
  const named = kmsArnsIn(error.slice(0, MOST_READ)).map((arn) => parseArn(arn)?.account ?? '')
  const inPolicy = statementsOfLayer(policies, 'resource')
    .filter((one) => one['Effect'] === 'Allow' && one['Action'] === 'kms:*')
    .flatMap((one) => textsOf(fieldsOf(one['Principal'])['AWS']))
    .map((arn) => parseArn(arn)?.account ?? arn)
  return new Set([...named, ...inPolicy].filter(isAccountId))
}

/** The account that launches: the one that the text speaks of beside the owner of the key. */
function launchingAccount(situation: Situation): string | null {
  const { error = '' } = situation.accessCase
  const owners = ownersOf(situation)
  const accounts = [...error.slice(0, MOST_READ).matchAll(ACCOUNT)].map(([account]) => account)
  const others = accounts.filter((account) => !owners.has(account))
  const named = others.length > 0 ? others : accounts
  return onlyOne(named.length > 0 ? named : owners) ?? null
}

/** The service-linked role that launches, with a blank for an account that nothing names; nothing where no service is told. */
export function launchingRole(situation: Situation): Facts {
  const text = (situation.accessCase.error ?? '').slice(0, MOST_READ)
  const launcher = LAUNCHERS.find(({ told }) => told.test(text))
  if (launcher === undefined) return {}
  const account = launchingAccount(situation) ?? '<account>'
  return { linkedRole: `arn:aws:iam::${account}:role/aws-service-role/${launcher.role}` }
}
