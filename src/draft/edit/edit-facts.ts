import { FACT_MESSAGES } from '../messages/fact-messages'
import { messageText } from '../../text/message-text'
import { fieldsOf } from '../../text/fields'
import type { CaseFacts, KmsGrant } from '../../case/access-case'
import { expectedOfFact, type FactName } from '../../case/read-facts'
import { isAccountId } from '../../iam/arn'
import { isServicePrincipal, parsePrincipal } from '../../iam/principal'
import type { Draft } from '../draft'
import { parsedJson } from '../../text/parsed-json'

/** What a fact may be. */
export type FactValue<Name extends FactName = FactName> = CaseFacts[Name]

/** Says what a fact is; undefined takes it back, so that its ordinary default holds. A value that does not fit changes nothing. */
export function setFact<Name extends FactName>(draft: Draft, name: Name, value: FactValue<Name>): Draft {
  const { [name]: before, ...facts } = draft.facts
  if (value === undefined) return before === undefined ? draft : { ...draft, facts }
  return expectedOfFact(name, value) === null ? { ...draft, facts: { ...draft.facts, [name]: value } } : draft
}

/** A value that was typed, or the sentence that says why it is none. Empty: the fact is taken back. */
export type ReadFact<Value> = { readonly value: Value | undefined } | { readonly problem: string }

/** Reads an account id as people type or copy it, with dashes or spaces between the digits. */
export function readAccount(text: string): ReadFact<string> {
  const digits = text.replace(/[\s-]/g, '')
  if (digits === '') return { value: undefined }
  return isAccountId(digits) ? { value: digits } : { problem: FACT_MESSAGES.anAccountIdHas }
}

/** Reads the ARN of the IAM user behind a federated-user session. */
export function readUserArn(text: string): ReadFact<string> {
  const arn = text.trim()
  if (arn === '') return { value: undefined }
  return parsePrincipal(arn)?.kind === 'user' ? { value: arn } : { problem: FACT_MESSAGES.thisIsNotThe }
}

/** Reads a canonical user id: 64 hexadecimal digits. */
export function readCanonicalUser(text: string): ReadFact<string> {
  const id = text.trim().toLowerCase()
  if (id === '') return { value: undefined }
  return /^[\da-f]{64}$/.test(id) ? { value: id } : { problem: FACT_MESSAGES.aCanonicalUserId }
}

const MOST_GRANTS = 1_000
const LONGEST_GRANTS = 500_000

/** Grants as lines: the grantee, then the operations. */
export function writeGrants(grants: readonly KmsGrant[]): string {
  return grants.map(({ grantee, operations }) => `${grantee} ${operations.join(', ')}`).join('\n')
}

/** Reads grants, one a line with the grantee before its operations, or what `aws kms list-grants` prints. */
export function readGrants(text: string): ReadFact<readonly KmsGrant[]> {
  const trimmed = text.trim()
  if (trimmed === '') return { value: undefined }
  if (trimmed.length > LONGEST_GRANTS) return { problem: FACT_MESSAGES.theseAreMoreGrants }
  const grants = trimmed.startsWith('{') || trimmed.startsWith('[') ? grantsOfJson(trimmed) : grantsOfLines(trimmed)
  if ('problem' in grants || grants.value === undefined) return grants
  return grants.value.length > MOST_GRANTS
    ? { problem: messageText(FACT_MESSAGES.atMostMostgrantsGrants, { mostgrants: MOST_GRANTS }) }
    : grants
}

const isGrantee = (text: string): boolean =>
  isServicePrincipal(text) || isAccountId(text) || parsePrincipal(text) !== null

function grantsOfLines(text: string): ReadFact<readonly KmsGrant[]> {
  const grants: KmsGrant[] = []
  for (const line of text.split('\n')) {
    const [grantee = '', ...operations] = line.split(/[\s,]/).filter((word) => word !== '')
    if (grantee === '') continue
    if (!isGrantee(grantee))
      return { problem: messageText(FACT_MESSAGES.granteeIsNoArn, { grantee: grantee.slice(0, 80) }) }
    if (operations.length === 0) return { problem: FACT_MESSAGES.afterTheGranteeStand }
    grants.push({ grantee, operations: operations.map((name) => name.replace(/^kms:/i, '')) })
  }
  return { value: grants }
}

function grantsOfJson(text: string): ReadFact<readonly KmsGrant[]> {
  const problem = FACT_MESSAGES.thisIsNotWhat
  const value = parsedJson(text)
  const list: unknown = Array.isArray(value) ? value : fieldsOf(value)['Grants']
  if (!Array.isArray(list)) return { problem }
  const grants = (list as readonly unknown[]).map((item) => {
    const { GranteePrincipal: grantee, Operations: operations } = fieldsOf(item)
    return { grantee, operations }
  })
  return expectedOfFact('kmsGrants', grants) === null ? { value: grants as readonly KmsGrant[] } : { problem }
}
