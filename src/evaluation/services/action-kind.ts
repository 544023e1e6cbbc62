import { serviceOfAction } from '../../iam/action'
import { neverOfKind } from '../compile/never-carried'
import { OF_BUCKET_OWNER } from './s3-access'
import {
  ALIAS_ACTIONS,
  BUCKET_POLICY_ACTIONS,
  IDENTITY_ONLY,
  isGrantOperation,
  KEPT_OR_OFFERED,
  refusedAcrossAccounts,
} from './service-operations'
import { CALLERS_ACCOUNT_DECIDES, NEEDS_NO_PERMISSION } from './service-rules'

/**
 * What sets an action apart from others of its service, whatever the policies say: two actions that are told alike here are
 * decided alike where the same statements match. Those of AWS STS are each their own kind.
 */
export function kindOfAction(lowerAction: string): string {
  const service = serviceOfAction(lowerAction)
  if (service === 'sts') return lowerAction
  const isOfKind = [
    NEEDS_NO_PERMISSION.has(lowerAction),
    CALLERS_ACCOUNT_DECIDES.has(lowerAction),
    IDENTITY_ONLY.has(lowerAction),
    ALIAS_ACTIONS.has(lowerAction),
    BUCKET_POLICY_ACTIONS.has(lowerAction),
    OF_BUCKET_OWNER.has(lowerAction),
    isGrantOperation(lowerAction),
    Boolean(refusedAcrossAccounts(service, lowerAction)),
    neverOfKind('user', service, lowerAction)('aws:resourceaccount'),
  ]
  return `${service} ${isOfKind.map(Number).join('')}`
}

const ALL_WITH_RULES: readonly string[] = [
  ...IDENTITY_ONLY,
  ...ALIAS_ACTIONS,
  ...BUCKET_POLICY_ACTIONS,
  ...OF_BUCKET_OWNER,
  ...KEPT_OR_OFFERED,
]

/** The actions of a service, in lower case, that rules of their own set apart. */
export const actionsWithRules = (service: string): readonly string[] =>
  ALL_WITH_RULES.filter((action) => serviceOfAction(action) === service)

/** The services some of whose calls rules of their own decide. */
export const SERVICES_WITH_RULES: ReadonlySet<string> = new Set(
  [...ALL_WITH_RULES, ...CALLERS_ACCOUNT_DECIDES, ...NEEDS_NO_PERMISSION].map(serviceOfAction),
)
