import { isServicePrincipal, parsePrincipalValue } from '../../iam/principal'
import type { Outcome } from '../match/evaluate-statement'
import { matchPrincipal } from '../match/match-principal'
import type { PrincipalScope } from '../match/name-caller'

/**
 * What the key's grants give the caller. A grant only allows, and counts beside the key policy.
 * https://docs.aws.amazon.com/kms/latest/developerguide/grants.html
 */
export function grantsOfKey(scope: PrincipalScope): readonly Outcome[] {
  const { facts, request } = scope
  if (request.service !== 'kms' || facts.kmsGrants === undefined) return []
  const operation = request.lowerAction.slice('kms:'.length)
  const values = facts.kmsGrants
    .filter(({ operations }) => operations.some((name) => name.toLowerCase() === operation))
    .map(({ grantee }) => {
      const key = isServicePrincipal(grantee) ? 'Service' : 'AWS'
      return { key, text: grantee, span: null, names: parsePrincipalValue(key, grantee) }
    })
    .filter(({ names }) => names.kind !== 'everyone')
  return matchPrincipal({ not: false, span: null, values }, scope, 'Allow').reaches.map(
    ({ matches, grants, question }): Outcome => ({
      effect: 'Allow',
      matches,
      grants,
      questions: question === null ? [] : [question],
    }),
  )
}
