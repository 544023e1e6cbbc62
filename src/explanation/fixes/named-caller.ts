import { isAccountId, roleArnOfSession } from '../../iam/arn'
import { isServicePrincipal, parsePrincipal } from '../../iam/principal'
import { actionsTogether, resourceIn, roleTaker, type StatementJson } from '../causes/least-statement'
import { namedRole } from '../causes/named-role'
import { withSource } from '../causes/service-source'
import { tokenTests } from '../causes/token-tests'
import { layerResult, type JudgedCase } from '../judged-case'
import { contextValue } from '../steps/step-facts'
import { onlyOne } from '../../text/only-one'
import { isOfVendor } from '../../facts/situations/situations'

const isProvider = (text: string): boolean => parsePrincipal(text)?.kind === 'identityProvider'

/** The identity provider, as the text says it or the trust policy given here names one; null where neither does. */
const providerOf = ({ denial, evaluation }: JudgedCase): string | null => {
  const named = (layerResult(evaluation, 'trust')?.statements ?? []).flatMap(({ elements }) =>
    elements
      .filter(({ element }) => element === 'Principal')
      .flatMap(({ values }) => values.map(({ text }) => text).filter(isProvider)),
  )
  return [denial?.principal ?? '', ...named].find(isProvider) ?? null
}

/** A statement that lets in a token says of whom: without its subject every token of the provider would be let in. */
const ofToken = (judged: JudgedCase, action: string): StatementJson => {
  const provider = providerOf(judged)
  const valueOf = (key: string) => contextValue(judged.evaluation.context, key)
  return {
    Effect: 'Allow',
    Principal: { Federated: provider ?? '<ARN of the identity provider>' },
    Action: action,
    Condition: tokenTests(action, provider, valueOf),
  }
}

const UNNAMED_CALLER = '<ARN of the caller>'
/** A role of another account by its path and name. */
const ROLE_WITH_PATH = /^[\w+=,.@/-]{1,300}$/

const VENDOR = '<account or ARN of the vendor>'

/** The ARN of somebody whom a policy can name, with or without a mask; that of any other resource it refuses. */
const IS_IDENTITY = /^arn:[^:\s]*:(?:iam|sts|<[^:]*>|\*)?:/

/**
 * How a policy names a caller of which the text says only so much. A name in plain words is that of a service; for a
 * request without a signature whoever is to sign it is let in, not everybody.
 */
const principalOf = (said: string): StatementJson => {
  if (said.startsWith('arn:') && !IS_IDENTITY.test(said)) return { AWS: UNNAMED_CALLER }
  if (said.startsWith('arn:')) return namedRole(roleArnOfSession(said) ?? said).principal
  if (isServicePrincipal(said)) return { Service: said }
  if (said === 'anonymous') return { AWS: '<ARN of the role that signs>' }
  if (isAccountId(said)) return { AWS: `arn:aws:iam::${said}:root` }
  return said === '' ? { AWS: UNNAMED_CALLER } : { Service: `<service principal of ${said}>` }
}

/** Whom a trust policy names that names services alone: it is one of them that assumes the role. */
const trustedServices = ({ evaluation }: JudgedCase): readonly string[] => {
  const named = (layerResult(evaluation, 'trust')?.statements ?? []).flatMap(({ elements }) =>
    elements.filter(({ element }) => element === 'Principal').flatMap(({ values }) => values.map(({ text }) => text)),
  )
  return named.every(isServicePrincipal) ? named : []
}

/** What stands for the service that a role is to trust, where nothing tells it. */
const UNNAMED_SERVICE = '<service that assumes the role>'

/** Do the words say that a service could not assume the role? */
const isOfService = ({ denial, accessCase }: JudgedCase): boolean =>
  denial?.situation === 'service-may-not-assume' ||
  (denial?.situation === 'role-not-assumable' && (denial.principal ?? accessCase.request.principal) === '')

/**
 * The service that is to assume a role, where it is one: the one that the text or the trust policy names, or that the call
 * hands roles to; null: nothing tells that a service does.
 */
const assumingService = (judged: JudgedCase): string | null => {
  const { denial, accessCase } = judged
  const said = denial?.principal ?? accessCase.request.principal
  if (said.startsWith('arn:')) return null
  if (isServicePrincipal(said)) return said
  const [trusted] = trustedServices(judged)
  if (trusted === undefined && !isOfService(judged)) return null
  return roleTaker(judged) ?? onlyOne(trustedServices(judged)) ?? UNNAMED_SERVICE
}

/** Whom a trust policy has to name, where nobody says it: a service that assumes the role, or whoever calls. */
export const trustedPrincipal = (judged: JudgedCase): StatementJson => {
  const service = assumingService(judged)
  const said = judged.denial?.principal ?? ''
  const role = judged.denial?.named?.['trusted'] ?? ''
  if (service === null && ROLE_WITH_PATH.test(role)) return { AWS: `arn:aws:iam::<administrator account>:role/${role}` }
  if (service === null && isOfVendor(judged.denial?.situation) && !/[:.]/.test(said)) return { AWS: VENDOR }
  return service === null ? principalOf(judged.denial?.principal ?? '') : { Service: service }
}

/** The statement of a resource's policy that lets in whoever the text speaks of; null `resource`: a trust policy. */
export const statementForCaller = (judged: JudgedCase, resource: string | null): StatementJson => {
  const { action } = judged.accessCase.request
  if (resource === null && /^sts:assumerolewith/i.test(action)) return ofToken(judged, action)
  const said = judged.denial?.principal ?? ''
  const written = resource === null ? null : resourceIn('resource', action, resource)
  const { condition } = namedRole(roleArnOfSession(said) ?? said)
  const principal = resource === null ? trustedPrincipal(judged) : principalOf(said)
  const actions = actionsTogether(resource === null ? 'trust' : 'resource', principal, action)
  return withSource(judged, resource === null ? 'trust' : 'resource', {
    Effect: 'Allow',
    Principal: principal,
    Action: actions.length === 1 ? action : actions,
    ...(written === null ? {} : { Resource: written }),
    ...(condition === null ? {} : { Condition: condition }),
  })
}
