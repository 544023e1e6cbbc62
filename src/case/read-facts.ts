import { isFields, type Fields } from '../text/fields'
import { isAccountId } from '../iam/arn'
import type { CaseFacts } from './access-case'
import { valueInWords, type CaseProblems } from './case-problems'
import { hasMark, type Holes } from './holes'
import { own } from '../text/own'

const oneOf =
  (...values: readonly string[]) =>
  (value: unknown) =>
    typeof value === 'string' && values.includes(value)
const isAccount = (value: unknown) => typeof value === 'string' && isAccountId(value)
const isText = (value: unknown) => typeof value === 'string' && value.length < 2_048
const isGrant = (value: unknown) =>
  isFields(value) && isText(value.grantee) && Array.isArray(value.operations) && value.operations.every(isText)

/** A fact that an evaluation knows. */
export type FactName =
  | 'managementAccount'
  | 'federatedBy'
  | 'kmsGrants'
  | 'kmsKeyManager'
  | 's3RestrictPublicBuckets'
  | 's3ObjectOwner'
  | 'endpointType'
  | 'canonicalUser'

/** Each fact: what it must be, and the test. */
const FACTS: Readonly<Record<FactName, readonly [expected: string, test: (value: unknown) => boolean]>> = {
  managementAccount: ['a 12-digit account id', isAccount],
  federatedBy: ['the ARN of an IAM user', isText],
  kmsGrants: ['a list of grants, each with grantee and operations', (v) => Array.isArray(v) && v.every(isGrant)],
  kmsKeyManager: ['"aws" or "customer"', oneOf('aws', 'customer')],
  s3RestrictPublicBuckets: ['true or false', (value) => typeof value === 'boolean'],
  s3ObjectOwner: ['a 12-digit account id', isAccount],
  endpointType: ['"gateway" or "interface"', oneOf('gateway', 'interface')],
  canonicalUser: ['a canonical user id', isText],
}

/** What a fact must be, where a value is none; null where it fits. */
export function expectedOfFact(name: FactName, value: unknown): string | null {
  const [expected, test] = FACTS[name]
  return test(value) ? null : expected
}

/** Reads the facts of a case; a fact of the wrong kind is named, and its default is not assumed. */
export function readFacts(value: unknown, holes: Holes, problems: CaseProblems): CaseFacts {
  if (value === undefined) return {}
  if (!isFields(value)) {
    problems.error('case-facts-not-object', { found: valueInWords(value) })
    return {}
  }
  const marked = holes.none ? value : markedFacts(value, holes)
  for (const [field, [expected, test]] of Object.entries(FACTS)) {
    const fact = own(marked, field)
    if (typeof fact === 'string' && hasMark(fact) && (test !== isAccount || holes.isAccount(fact))) continue
    if (fact !== undefined && !test(fact)) problems.error('case-fact', { field, expected, found: valueInWords(fact) })
  }
  return marked
}

/** Accounts and principals among the facts may hold holes. */
function markedFacts(facts: Fields, holes: Holes): Fields {
  const { kmsGrants } = facts
  const texts = Object.entries(facts).map(([name, fact]) => {
    const isAccountFact = Object.hasOwn(FACTS, name) && FACTS[name as FactName][1] === isAccount
    return [name, typeof fact === 'string' ? holes.mark(fact, isAccountFact ? 'account' : 'policy') : fact] as const
  })
  const grants = Array.isArray(kmsGrants)
    ? kmsGrants.map((grant: unknown) =>
        isFields(grant) && typeof grant.grantee === 'string' ? { ...grant, grantee: holes.mark(grant.grantee) } : grant,
      )
    : kmsGrants
  return { ...Object.fromEntries(texts), ...(grants === undefined ? {} : { kmsGrants: grants }) }
}
