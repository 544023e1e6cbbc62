import { LINKED_ROLE_PAGE } from '../../iam/aws-docs'
import { isLinkedRoleName, parsePrincipal } from '../../iam/principal'
import { linkedRole, signRequest } from '../messages/instructions'
import type { Answer } from '../answer'
import type { Instruction } from '../instruction'
import type { JudgedCase } from '../judged-case'
import { ofCause } from '../causes/tell-no-policy'

/** What the policy of a resource lets in by name, nobody is without a signature. */
export const ofUnsigned = ({ denial }: JudgedCase, { decision, layer, causes }: Answer): readonly Instruction[] => {
  if (denial?.principal !== 'anonymous' || decision !== 'implicitDeny' || layer !== 'resource') return []
  // A service that looks at no signature has to be set to do so first.
  const unasked = causes.find(({ code }) => code === 'api-method-without-iam')
  const unsigned = causes.find(({ code }) => code === 'unsigned-call-of-lattice')
  if (unsigned) return [{ ...ofCause(unsigned), kind: 'call' }]
  return unasked
    ? [{ ...ofCause(unasked), kind: 'setting' }]
    : [{ kind: 'call', sentence: signRequest(), commands: [], page: SIGNING }]
}

const SIGNING = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html'

/** What decides where a role of AWS's own calls, whose permissions nobody can change. */
export const ofLinkedRole = (
  { accessCase }: JudgedCase,
  { decision, layer, causes }: Answer,
): readonly Instruction[] => {
  const name = parsePrincipal(accessCase.request.principal)?.name
  if (decision !== 'implicitDeny' || layer !== 'identity' || !isLinkedRoleName(name)) return []
  const told = causes.find(({ code }) => code === 'linked-role-refused')
  if (told !== undefined) return [ofCause(told)]
  return [{ kind: 'setting', sentence: linkedRole(name ?? ''), commands: [], page: LINKED_ROLE_PAGE }]
}
