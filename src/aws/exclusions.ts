import { accountOfArn, parseArn } from '../iam/arn'
import type { PolicyIdentifier } from '@aws-sdk/client-iam'
import type { AccessCase, CasePolicy } from '../case/access-case'
import type { ImportTarget } from './import-target'

/** Kinds of attached policies that a simulation can leave out: what would be without them. */
export type ExcludedType = 'permission-boundary' | 'scp' | 'inline' | 'user-managed' | 'aws-managed'

/** The kinds in words. Session and resource-based policies are not attached to a principal. */
export const EXCLUDED_TYPES: Readonly<Record<ExcludedType, string>> = {
  'permission-boundary': 'the permissions boundary',
  scp: 'SCPs',
  inline: 'inline policies',
  'user-managed': 'customer managed policies',
  'aws-managed': 'AWS managed policies',
}

/**
 * How the simulator is told to leave one attached policy out. Whether it is inline or managed nobody says here, so it is
 * named in each way: what names nothing leaves nothing out.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyIdentifier.html
 */
function identifiersOf({ name, source }: CasePolicy, { kind, name: caller, arn }: ImportTarget): PolicyIdentifier[] {
  const group = source?.startsWith('group:') ? source.slice('group:'.length) : null
  const partition = parseArn(arn)?.partition
  return [
    {
      InlinePolicyIdentifier: {
        PolicyName: name,
        AttachmentType: group === null ? kind : 'group',
        AttachmentName: group ?? caller,
      },
    },
    { PolicyArn: `arn:${partition}:iam::${accountOfArn(arn)}:policy/${name}` },
    { PolicyArn: `arn:${partition}:iam::aws:policy/${name}` },
  ]
}

/** A policy that IAM can name: what is typed here may have any name. */
const isNameable = ({ name }: CasePolicy): boolean => /^[\w+=,.@-]{1,128}$/.test(name)

/** What a simulation of attached policies can leave out. */
export interface Exclusions {
  readonly types: readonly ExcludedType[]
  /** Identity-based policies by name. */
  readonly policies: readonly string[]
}

/** Nothing is left out. */
export const NO_EXCLUSIONS: Exclusions = { types: [], policies: [] }

/** The identity-based policies that can be left out, by name. */
export const excludablePolicies = ({ policies }: AccessCase): readonly string[] => [
  ...new Set((policies.identity ?? []).filter(isNameable).map(({ name }) => name)),
]

/** The API takes so many. */
const MOST_EXCLUSIONS = 256

/** What is to be left out, as the API takes it. */
export function exclusionList(
  { policies }: AccessCase,
  target: ImportTarget | null,
  without: Exclusions,
): PolicyIdentifier[] {
  const named = (policies.identity ?? []).filter(
    (policy) => isNameable(policy) && without.policies.includes(policy.name),
  )
  return [
    ...without.types.map((PolicyType) => ({ PolicyType })),
    ...(target === null ? [] : named.flatMap((policy) => identifiersOf(policy, target))),
  ].slice(0, MOST_EXCLUSIONS)
}
