import { isInline, type FormFacts } from './form-facts'

const typescript = (value: unknown, indent: string): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`)

const construct = (type: string, label: string, fields: readonly (readonly [name: string, code: string])[]): string =>
  `new ${type}(this, '${label}', {\n${fields.map(([name, code]) => `  ${name}: ${code},`).join('\n')}\n})\n`

const text = (value: string): string => JSON.stringify(value)

const lastPart = (name: string): string => name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1)

/** A policy document alone, for constructs that take one. */
const documentOnly = ({ document }: FormFacts): string => `iam.PolicyDocument.fromJson(${typescript(document, '')})\n`

const managed = ({ document, label, change }: FormFacts): string =>
  construct('iam.ManagedPolicy', label, [
    ['managedPolicyName', text(lastPart(change.name))],
    ['document', `iam.PolicyDocument.fromJson(${typescript(document, '  ')})`],
  ])

const identity = (facts: FormFacts): string => {
  const { entity, fix, label } = facts
  if (!isInline(facts) || entity === null) return managed(facts)
  const kind = entity.kind === 'user' ? 'User' : 'Role'
  return construct('iam.Policy', label, [
    [`${entity.kind}s`, `[iam.${kind}.from${kind}Name(this, '${label}${kind}', ${text(entity.name)})]`],
    ['statements', `[iam.PolicyStatement.fromJson(${typescript(fix.statement, '  ')})]`],
  ])
}

const organization =
  (type: string) =>
  ({ document, label, change, target }: FormFacts): string =>
    construct('organizations.CfnPolicy', label, [
      ['name', text(change.policy === null ? label : change.name)],
      ['type', `'${type}'`],
      ['content', typescript(document, '  ')],
      ...(target !== null && /^(?:\d{12}|r-|ou-)/.test(target) ? [['targetIds', `[${text(target)}]`] as const] : []),
    ])

/** Constructs that hold a resource's own policy, by the service in its ARN. */
const RESOURCE_CONSTRUCTS: Readonly<Record<string, readonly [type: string, field: string, isList: boolean]>> = {
  s3: ['s3.CfnBucketPolicy', 'bucket', false],
  sqs: ['sqs.CfnQueuePolicy', 'queues', true],
  sns: ['sns.CfnTopicPolicy', 'topics', true],
}

const holder = ({ service, name, arn, region, account }: NonNullable<FormFacts['resource']>): string => {
  if (service === 's3') return name.split('/')[0] ?? name
  return service === 'sqs' ? `https://sqs.${region}.amazonaws.com/${account}/${name}` : arn
}

const resource = (facts: FormFacts): string => {
  const named = facts.resource
  const row =
    named && Object.hasOwn(RESOURCE_CONSTRUCTS, named.service) ? RESOURCE_CONSTRUCTS[named.service] : undefined
  if (!named || !row) return documentOnly(facts)
  const [type, field, isList] = row
  const value = text(holder(named))
  return construct(type, facts.label, [
    [field, isList ? `[${value}]` : value],
    ['policyDocument', typescript(facts.document, '  ')],
  ])
}

/** The CDK code for each layer's policies. */
const CODE: Readonly<Record<FormFacts['change']['layer'], (facts: FormFacts) => string | null>> = {
  identity,
  boundary: managed,
  session: () => null,
  scps: organization('SERVICE_CONTROL_POLICY'),
  rcps: organization('RESOURCE_CONTROL_POLICY'),
  resource,
  endpoint: documentOnly,
}

/** A changed policy as CDK code in TypeScript; null where CDK has nothing for it. */
export const cdkForm = (facts: FormFacts): string | null => CODE[facts.change.layer](facts)
