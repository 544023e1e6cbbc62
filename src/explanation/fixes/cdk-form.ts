import { FORM_MESSAGES } from '../messages/forms'
import { lastPart } from '../steps/resource-names'
import { cdkText, type CdkCode, type CodeForm } from './code-forms'
import { inlineHolder, isInline, managedName, type FormFacts } from './form-facts'
import { permissionConstruct } from './permission-form'
import { resourceForms } from './forms-of-resource'

type CodeOf = (facts: FormFacts) => CodeForm | null

const fromJson = (type: string, value: unknown): string => `iam.${type}.fromJson(${JSON.stringify(value, null, 2)})`

const managed: CodeOf = (facts) => {
  const name = managedName(facts)
  if (name === null) return null
  return {
    kind: 'construct',
    type: 'iam.ManagedPolicy',
    fields: { managedPolicyName: lastPart(name) },
    code: { document: fromJson('PolicyDocument', facts.document) },
    policy: null,
  }
}

const identity: CodeOf = (facts) => {
  const { entity, fix, label } = facts
  if (!isInline(facts) || entity === null) return managed(facts)
  const kind = entity.kind === 'user' ? 'User' : 'Role'
  const holder = `iam.${kind}.from${kind}Name(this, '${label}${kind}', ${JSON.stringify(entity.name)})`
  const code = { [`${entity.kind}s`]: `[${holder}]`, statements: `[${fromJson('PolicyStatement', fix.statement)}]` }
  return { kind: 'construct', type: 'iam.Policy', fields: {}, code, policy: null }
}

/** FullAWSAccess is AWS's: CloudFormation attaches policies only where it makes them. */
const organization =
  (type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY'): CodeOf =>
  ({ change, fix, label, targetId }) => {
    if (change.policy === null && fix.codes.includes('attach-full-access')) return null
    const fields = {
      name: change.policy === null ? label : change.name,
      type,
      ...(targetId === null ? {} : { targetIds: [targetId] }),
    }
    return { kind: 'construct', type: 'organizations.CfnPolicy', fields, policy: 'content' }
  }

const resource: CodeOf = (facts) => {
  const { resource: named } = facts
  if (named === null) return null
  return named.service === 'lambda' ? permissionConstruct(facts) : (resourceForms(named)?.cdk(named) ?? null)
}

/** The CDK code for each layer's policies. */
const CODE: Readonly<Record<FormFacts['change']['layer'], CodeOf>> = {
  identity,
  boundary: managed,
  session: () => null,
  scp: organization('SERVICE_CONTROL_POLICY'),
  rcp: organization('RESOURCE_CONTROL_POLICY'),
  resource,
  endpoint: () => ({ kind: 'property', construct: 'ec2.CfnVPCEndpoint', of: 'endpoint', property: 'PolicyDocument' }),
}

/** A changed policy as CDK code in TypeScript; null where CDK has nothing for it, or a name is missing that it needs. */
export const cdkForm = (facts: FormFacts): CdkCode | null => {
  const form = CODE[facts.change.layer](facts)
  const held = facts.change.layer === 'endpoint' ? (facts.endpoint ?? 'the VPC endpoint') : (facts.resource?.arn ?? '')
  const code = form && cdkText(facts.label, form, facts.document, held)
  const isEither = !isInline(facts) && inlineHolder(facts) !== null
  if (code === null || !isEither) return code
  return { ...code, text: `// ${FORM_MESSAGES['code-for-managed'](facts.change.name, 'iam.Policy')}\n${code.text}` }
}
