import { keysNeverOf } from '../../facts/keys/condition-keys'
import type { ElementResult } from '../../evaluation/evaluation'
import { resourcePart } from '../../iam/arn'
import { parsePrincipal, type PrincipalKind } from '../../iam/principal'
import { code, say, type Phrase } from '../../text/phrase'
import type { JudgedCase } from '../judged-case'

/** Calls in which a token or an assertion stands for the caller. */
const FEDERATED = /^sts:assumerolewith(?:saml|webidentity)$/i

/** Why callers of a kind never carry a key. */
const NO_PRINCIPAL: Readonly<Record<PrincipalKind, Phrase>> = {
  anonymous: say`The request isn’t signed: an anonymous caller carries no key of a principal`,
  identityProvider: say`A federated sign-in has no IAM principal yet, so it never carries this key`,
  service: say`An AWS service that calls as itself never carries this key`,
  role: say`A role session never carries this key`,
  roleSession: say`A role session never carries this key`,
  user: say`A call of an IAM user never carries this key`,
  federatedUser: say`A federated-user session never carries this key`,
  root: say`The root user never carries this key`,
}

const callerKind = ({ accessCase: { request } }: JudgedCase): PrincipalKind | null =>
  FEDERATED.test(request.action) ? 'identityProvider' : (parsePrincipal(request.principal)?.kind ?? null)

/** Tags that a call gives to what it creates. */
const OF_CREATED = /^aws:(?:requesttag\/|tagkeys$)/i

/** "subnet", of an ARN whose last part begins with its type. */
const typeOf = (resource: string): string => /^([a-z][a-z-]{1,40})\//.exec(resourcePart(resource))?.[1] ?? 'resource'

const ofElement = (judged: JudgedCase, { element, actual, isNever, key = '' }: ElementResult): Phrase | null => {
  if (element !== 'Condition' || actual !== null) return null
  const kind = callerKind(judged)
  if (kind !== null && keysNeverOf(kind).has(key.toLowerCase())) return NO_PRINCIPAL[kind]
  const { resource } = judged.accessCase.request
  return isNever === true && OF_CREATED.test(key) && resource.startsWith('arn:')
    ? say`The ${typeOf(resource)} already exists, and ${code(key)} is only on what a call creates or tags`
    : null
}

/** A fact with why the request does not carry what one of these tests asks for, where that is known. */
export const withAbsence = (judged: JudgedCase, elements: readonly ElementResult[], fact: Phrase): Phrase => {
  for (const element of elements) {
    const why = ofElement(judged, element)
    if (why !== null) return say`${fact}. ${why}`
  }
  return fact
}
