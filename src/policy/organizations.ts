import { own } from '../text/own'
import type { JsonNode } from '../text/json-node'
import { member, textMember } from '../text/json-tree'
import type { CaseLayer, LevelledLayer } from '../iam/layers'

/** The types of organization policies that decide over access, as AWS Organizations writes them. */
const LAYER_OF_TYPE: Readonly<Record<string, LevelledLayer>> = {
  SERVICE_CONTROL_POLICY: 'scp',
  RESOURCE_CONTROL_POLICY: 'rcp',
  // What a Terraform resource without a type is.
  aws_organizations_policy: 'scp',
}

/** What Organizations, CloudFormation and Terraform say beside the content of an organization policy. */
export interface OrganizationsPlace {
  readonly layer: LevelledLayer
  readonly name: string | null
  /** The root, OU or account that it hangs on. */
  readonly target: string | null
}

/** Reads the type beside a `Content`: of describe-policy, of a template, of a configuration. */
export function organizationsPlace(key: string, around: JsonNode): OrganizationsPlace | null {
  if (key.toLowerCase() !== 'content') return null
  const summary = member(around, 'PolicySummary') ?? around
  const type = textMember(summary, 'Type') ?? textMember(summary, 'type')
  const layer = own(LAYER_OF_TYPE, type ?? '')
  const name = textMember(summary, 'Name') ?? textMember(summary, 'name')
  return layer ? { layer, name, target: textMember(around, 'Target') } : null
}

/** The layer of one entry of list-policies-for-target or list-policies. */
export function organizationsLayer(entry: JsonNode): CaseLayer | null {
  const named = textMember(entry, 'Name') !== null && textMember(entry, 'Id') !== null
  return named ? (own(LAYER_OF_TYPE, textMember(entry, 'Type') ?? '') ?? null) : null
}

const allowAll = (principal: object) =>
  JSON.stringify(
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...principal, Action: '*', Resource: '*' }] },
    null,
    2,
  )

/**
 * Policies of AWS whose document never changes, by the end of their ARN.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples.html
 */
const BUILT_IN: readonly { readonly arn: string; readonly text: string }[] = [
  { arn: ':aws:policy/service_control_policy/p-FullAWSAccess', text: allowAll({}) },
  { arn: ':aws:policy/resource_control_policy/p-RCPFullAWSAccess', text: allowAll({ Principal: '*' }) },
  { arn: ':aws:policy/AdministratorAccess', text: allowAll({}) },
]

/** The document of one of AWS's fixed policies. */
export function builtInDocument(arn: string): string | null {
  return BUILT_IN.find((policy) => arn.endsWith(policy.arn))?.text ?? null
}

/** What Organizations attaches to every root, OU and account until somebody takes it away. */
export const FULL_AWS_ACCESS = { name: 'FullAWSAccess', text: allowAll({}) }
