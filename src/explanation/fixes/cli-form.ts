import type { FixCommand } from '../explanation'
import type { ShellCommand } from '../../text/shell-quote'
import { FORM_MESSAGES } from '../messages/forms'
import { command, literal, type CommandWord } from '../steps/script'
import { asciiJson } from '../../text/ascii-json'
import { inlineHolder, inlinePolicy, isInline, lacksName, managedArn, type FormFacts, type Holder } from './form-facts'
import { permissionCommand } from './permission-form'
import { resourceForms } from './forms-of-resource'

type Put = (facts: FormFacts) => readonly (ShellCommand & Partial<FixCommand>)[] | null

const managedPolicy: Put = (facts) => {
  const { compact, globalFlag } = facts
  const arn = managedArn(facts)
  if (arn === null) return null
  return [
    literal([
      ...['aws', 'iam', 'create-policy-version', '--set-as-default', '--policy-arn', arn],
      ...['--policy-document', compact, ...globalFlag],
    ]),
  ]
}

const identityPolicy: Put = (facts) => {
  const { entity, label, globalFlag } = facts
  if (isInline(facts) && entity !== null) return [putInline(entity, label, asciiJson(inlinePolicy(facts)), globalFlag)]
  const managed = managedPolicy(facts)
  const inline = inlineNamed(facts)
  if (managed === null || inline === null) return managed ?? (inline && [{ ...inline, kind: null }])
  const when = FORM_MESSAGES['if-managed'](facts.change.name)
  return [...managed.map((line) => ({ ...line, when, kind: 'managed' as const })), inline]
}

const putInline = ({ kind, name }: Holder, policy: string, document: string, flags: readonly string[]): ShellCommand =>
  literal([
    ...['aws', 'iam', `put-${kind}-policy`, `--${kind}-name`, name, '--policy-name', policy],
    ...['--policy-document', document, ...flags],
  ])

/** A policy that goes by its name alone can be a managed one or an inline one: the command for the second, and when it holds. */
const inlineNamed = (facts: FormFacts): FixCommand | null => {
  const holder = inlineHolder(facts)
  if (holder === null) return null
  const { change, compact, globalFlag } = facts
  return {
    ...putInline(holder, change.name, compact, globalFlag),
    kind: 'inline',
    when: FORM_MESSAGES['if-inline'](change.name, holder.kind, holder.name),
  }
}

const POLICY_ID = /^p-[a-z0-9]+$/i

/** Names that can stand in a query without ending its string. */
const PLAIN_NAME = /^[\w +=,.@/-]+$/

const organizationPolicyId = (name: string, type: string): CommandWord | null => {
  if (POLICY_ID.test(name)) return name
  if (!PLAIN_NAME.test(name)) return null
  const query = `Policies[?Name=='${name}'].Id`
  return { output: ['aws', 'organizations', 'list-policies', '--filter', type, '--query', query, '--output', 'text'] }
}

/** A target's id, or a way to it; null where the case does not say it. */
const targetWord = ({ target, targetId }: FormFacts): CommandWord | null => {
  if (targetId !== null || target === null || !/^root$/i.test(target)) return targetId
  return { output: ['aws', 'organizations', 'list-roots', '--query', 'Roots[0].Id', '--output', 'text'] }
}

const organizationPolicy =
  (type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY'): Put =>
  (facts) => {
    const { change, compact, label, fix } = facts
    if (lacksName(facts)) return null
    const organizations = (...words: readonly CommandWord[]) => command('aws', 'organizations', ...words)
    if (change.policy !== null) {
      const id = organizationPolicyId(change.name, type)
      return id === null ? null : [organizations('update-policy', '--policy-id', id, '--content', compact)]
    }
    const to = targetWord(facts)
    if (to === null) return null
    const attach = (id: CommandWord) => organizations('attach-policy', '--policy-id', id, '--target-id', to)
    if (fix.codes.includes('attach-full-access')) return [attach('p-FullAWSAccess')]
    const names = ['--name', label, '--description', label]
    const create = organizations('create-policy', '--type', type, ...names, '--content', compact)
    return [create, attach(organizationPolicyId(label, type) ?? label)]
  }

const resourcePolicy: Put = (facts) => {
  const { resource, compact, regionFlag } = facts
  if (resource === null) return null
  const put =
    resource.service === 'lambda'
      ? permissionCommand(facts)
      : resourceForms(resource)?.cli(resource, compact, regionFlag)
  return put ? [put] : null
}

const endpointPolicy: Put = ({ endpoint, compact, regionFlag }) =>
  endpoint === null
    ? null
    : [
        literal([
          ...['aws', 'ec2', 'modify-vpc-endpoint', '--vpc-endpoint-id', endpoint],
          ...['--policy-document', compact, ...regionFlag],
        ]),
      ]

const sessionPolicy: Put = ({ entity, caller, compact, regionFlag }) => {
  if (entity?.kind !== 'role') return null
  const session = ['--role-arn', entity.arn, '--role-session-name', caller?.sessionName || 'session']
  return [literal(['aws', 'sts', 'assume-role', ...session, '--policy', compact, ...regionFlag])]
}

/** How each layer's policies are put. */
const PUTS: Readonly<Record<FormFacts['change']['layer'], Put>> = {
  identity: identityPolicy,
  boundary: managedPolicy,
  session: sessionPolicy,
  scp: organizationPolicy('SERVICE_CONTROL_POLICY'),
  rcp: organizationPolicy('RESOURCE_CONTROL_POLICY'),
  resource: resourcePolicy,
  endpoint: endpointPolicy,
}

/** A changed policy as AWS CLI commands; null where there is none, or a name is missing that it needs. */
export const cliForm = (facts: FormFacts): readonly FixCommand[] | null =>
  PUTS[facts.change.layer](facts)?.map((line) => ({ when: null, kind: null, ...line })) ?? null
