import type { CasePolicy } from '../../case/access-case'
import { onlyOne } from '../../text/only-one'
import type { JudgedCase } from '../judged-case'

/** What people call any role, or a policy of it. */
const ANY_NAME = /^(?:trust|policy|policies|relationship|role|assume|iam|inline|permissions?|the|document)$/i

/** The words of a policy's name, as far as they tell whose it is. */
const ownWords = (name: string): readonly string[] =>
  name
    .split(/[^\w+=,.@-]+/)
    .filter((word) => word.length > 3 && !ANY_NAME.test(word))
    .map((word) => word.toLowerCase())

/** A policy in the place of another role's, in which nothing stands. */
const emptied = ({ name }: CasePolicy): CasePolicy => ({ name, document: { Version: '2012-10-17', Statement: [] } })

/**
 * The case as the role has it that a service assumes: where the names of the policies tell that some are of the role whose
 * trust policy is here, and others of somebody else, these give it nothing.
 */
export function ofTrustedRole(judged: JudgedCase): JudgedCase {
  const { accessCase } = judged
  const { identity = [], resource } = accessCase.policies
  const role = onlyOne(ownWords(resource?.name ?? '').slice(0, 1))
  const isOfRole = ({ name }: CasePolicy): boolean => role !== undefined && ownWords(name).includes(role)
  if (!identity.some(isOfRole)) return judged
  const policies = {
    ...accessCase.policies,
    identity: identity.map((policy) =>
      isOfRole(policy) || ownWords(policy.name).length === 0 ? policy : emptied(policy),
    ),
  }
  return { ...judged, accessCase: { ...accessCase, policies } }
}
