import { isAccountId, parseArn } from '../../iam/arn'
import type { FoundNote, FoundPolicy } from '../../policy/found-policy'
import { fillPlaceholders, placeholdersIn } from '../../policy/placeholders'
import { LAYERS, type CaseLayer } from '../../iam/layers'

/** The parts of a request that name accounts. */
export interface RequestAccounts {
  readonly principal: string
  readonly resourceAccount: string
}

/** How templates name the account and the partition they are deployed to. */
const ACCOUNT = [
  'AWS::AccountId',
  'aws:accountId',
  'data.aws_caller_identity.current.account_id',
  'data.aws_caller_identity.this.account_id',
]
const PARTITION = ['AWS::Partition', 'data.aws_partition.current.partition', 'data.aws_partition.this.partition']

/** The account that a policy of a layer stands in; that of an endpoint is of whoever owns the VPC, which the request doesn't tell. */
function accountOf(layer: CaseLayer, { principal, resourceAccount }: RequestAccounts): string {
  if (layer === 'endpoint') return ''
  return LAYERS[layer].owner === 'resourceOwner' ? resourceAccount : (parseArn(principal)?.account ?? '')
}

/** Fills in what the request tells: the account that the policy stands in, and the partition. The rest stays open. */
export function fillFoundPolicy(policy: FoundPolicy, layer: CaseLayer, request: RequestAccounts): FoundPolicy {
  if (!policy.notes.some(({ code }) => code === 'placeholders')) return policy
  const principal = parseArn(request.principal)
  const account = accountOf(layer, request)
  const values = new Map([
    ...(isAccountId(account) ? ACCOUNT.map((name) => [name, account] as const) : []),
    ...(principal ? PARTITION.map((name) => [name, principal.partition] as const) : []),
  ])
  const text = fillPlaceholders(policy.text, values)
  const open = placeholdersIn(text)
  const note: FoundNote = { code: 'placeholders', data: { names: open.join(', ') } }
  const others = policy.notes.filter(({ code }) => code !== 'placeholders')
  return { ...policy, text, notes: open.length > 0 ? [...others, note] : others }
}
