import { inlinePolicy, isInline, snakeCase, type FormFacts } from './form-facts'

/** A Terraform resource: its type, its arguments beside the policy, and the argument that holds the policy. */
interface Block {
  readonly type: string
  readonly fields: Readonly<Record<string, string>>
  readonly policy: string
}

/** A value as HCL: JSON is HCL, but for its templates. https://developer.hashicorp.com/terraform/language/expressions/strings */
const hcl = (value: unknown, indent: string): string =>
  JSON.stringify(value, null, 2)
    .replace(/[$%](?=\{)/g, (sign) => sign + sign)
    .replaceAll('\n', `\n${indent}`)

const write = (label: string, { type, fields, policy }: Block, document: unknown): string => {
  const names = [...Object.keys(fields), policy]
  const width = Math.max(...names.map((name) => name.length))
  const rows = Object.entries(fields).map(([name, value]) => `  ${name.padEnd(width)} = ${hcl(value, '  ')}`)
  const body = `  ${policy.padEnd(width)} = jsonencode(${hcl(document, '  ')})`
  return `resource "${type}" "${label}" {\n${[...rows, body].join('\n')}\n}\n`
}

const lastPart = (name: string): string => name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1)

/** The resource that holds a resource's own policy, by the service in its ARN. */
const RESOURCE_BLOCKS: Readonly<Record<string, (facts: { readonly arn: string; readonly name: string }) => Block>> = {
  s3: ({ name }) => ({
    type: 'aws_s3_bucket_policy',
    fields: { bucket: name.split('/')[0] ?? name },
    policy: 'policy',
  }),
  kms: ({ arn }) => ({ type: 'aws_kms_key_policy', fields: { key_id: arn }, policy: 'policy' }),
  sqs: ({ name }) => ({ type: 'aws_sqs_queue_policy', fields: { queue_url: name }, policy: 'policy' }),
  sns: ({ arn }) => ({ type: 'aws_sns_topic_policy', fields: { arn }, policy: 'policy' }),
  secretsmanager: ({ arn }) => ({
    type: 'aws_secretsmanager_secret_policy',
    fields: { secret_arn: arn },
    policy: 'policy',
  }),
  dynamodb: ({ arn }) => ({ type: 'aws_dynamodb_resource_policy', fields: { resource_arn: arn }, policy: 'policy' }),
  kinesis: ({ arn }) => ({ type: 'aws_kinesis_resource_policy', fields: { resource_arn: arn }, policy: 'policy' }),
  ecr: ({ name }) => ({
    type: 'aws_ecr_repository_policy',
    fields: { repository: name.replace(/^repository\//, '') },
    policy: 'policy',
  }),
  iam: ({ name }) => ({ type: 'aws_iam_role', fields: { name: lastPart(name) }, policy: 'assume_role_policy' }),
}

const organization = (name: string, type: string): Block => ({
  type: 'aws_organizations_policy',
  fields: { name, type },
  policy: 'content',
})

const managed = ({ change }: FormFacts): Block => ({
  type: 'aws_iam_policy',
  fields: { name: lastPart(change.name) },
  policy: 'policy',
})

const identity = (facts: FormFacts): Block => {
  const { entity, label } = facts
  if (!isInline(facts) || entity === null) return managed(facts)
  return {
    type: `aws_iam_${entity.kind}_policy`,
    fields: { name: label, [entity.kind]: entity.name },
    policy: 'policy',
  }
}

const ownName = ({ change, label }: FormFacts): string => (change.policy === null ? label : change.name)

const queueUrl = ({ region, account, name }: NonNullable<FormFacts['resource']>): string =>
  `https://sqs.${region}.amazonaws.com/${account}/${name}`

const resource = ({ resource: named }: FormFacts): Block | null => {
  if (named === null || !Object.hasOwn(RESOURCE_BLOCKS, named.service)) return null
  const name = named.service === 'sqs' ? queueUrl(named) : named.name
  return RESOURCE_BLOCKS[named.service]?.({ arn: named.arn, name }) ?? null
}

/** The Terraform resource for each layer's policies. */
const BLOCKS: Readonly<Record<FormFacts['change']['layer'], (facts: FormFacts) => Block | null>> = {
  identity,
  boundary: managed,
  session: () => null,
  scps: (facts) => organization(ownName(facts), 'SERVICE_CONTROL_POLICY'),
  rcps: (facts) => organization(ownName(facts), 'RESOURCE_CONTROL_POLICY'),
  resource,
  endpoint: ({ endpoint }) =>
    endpoint === null
      ? null
      : { type: 'aws_vpc_endpoint_policy', fields: { vpc_endpoint_id: endpoint }, policy: 'policy' },
}

/** A changed policy as Terraform; null where Terraform has no resource for it. */
export const terraformForm = (facts: FormFacts): string | null => {
  const block = BLOCKS[facts.change.layer](facts)
  if (block === null) return null
  return write(snakeCase(facts.label), block, isInline(facts) ? inlinePolicy(facts) : facts.document)
}
