import { FORM_MESSAGES } from '../messages/forms'
import { lastPart } from '../steps/resource-names'
import { terraformText, type Block } from './code-forms'
import { inlineHolder, inlinePolicy, isInline, managedName, snakeCase, type FormFacts } from './form-facts'
import { permissionBlock } from './permission-form'
import { resourceForms } from './forms-of-resource'

type BlockOf = (facts: FormFacts) => Block | null

const managed: BlockOf = (facts) => {
  const name = managedName(facts)
  return name === null ? null : { type: 'aws_iam_policy', fields: { name: lastPart(name) }, policy: 'policy' }
}

const identity: BlockOf = (facts) => {
  const { entity, label } = facts
  if (!isInline(facts) || entity === null) return managed(facts)
  return {
    type: `aws_iam_${entity.kind}_policy`,
    fields: { name: label, [entity.kind]: entity.name },
    policy: 'policy',
  }
}

const organization =
  (type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY'): BlockOf =>
  ({ change, label }) => ({
    type: 'aws_organizations_policy',
    fields: { name: change.policy === null ? label : change.name, type },
    policy: 'content',
  })

const resource: BlockOf = (facts) => {
  const { resource: named } = facts
  if (named === null) return null
  return named.service === 'lambda' ? permissionBlock(facts) : (resourceForms(named)?.terraform(named) ?? null)
}

/** The Terraform resource for each layer's policies. */
const BLOCKS: Readonly<Record<FormFacts['change']['layer'], BlockOf>> = {
  identity,
  boundary: managed,
  session: () => null,
  scp: organization('SERVICE_CONTROL_POLICY'),
  rcp: organization('RESOURCE_CONTROL_POLICY'),
  resource,
  endpoint: ({ endpoint }) =>
    endpoint === null
      ? null
      : { type: 'aws_vpc_endpoint_policy', fields: { vpc_endpoint_id: endpoint }, policy: 'policy' },
}

/** FullAWSAccess is AWS's: it is attached and never written. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html */
const attachment = ({ targetId }: FormFacts): Block | null =>
  targetId === null
    ? null
    : {
        type: 'aws_organizations_policy_attachment',
        fields: { policy_id: 'p-FullAWSAccess', target_id: targetId },
        policy: null,
      }

/** A changed policy as Terraform; null where Terraform has no resource for it, or a name is missing that it needs. */
export const terraformForm = (facts: FormFacts): string | null => {
  const isAttached = facts.change.policy === null && facts.fix.codes.includes('attach-full-access')
  const block = isAttached ? attachment(facts) : BLOCKS[facts.change.layer](facts)
  if (block === null) return null
  const holder = isInline(facts) ? null : inlineHolder(facts)
  const note = holder && `# ${FORM_MESSAGES['code-for-managed'](facts.change.name, `aws_iam_${holder.kind}_policy`)}\n`
  const document = isInline(facts) ? inlinePolicy(facts) : facts.document
  return (note ?? '') + terraformText(snakeCase(facts.label), block, document)
}
