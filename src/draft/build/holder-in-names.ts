import { arnsOfKind } from '../../iam/arn-in-text'
import { onlyOne } from '../../text/only-one'
import type { Draft } from '../draft'
import { draftPoliciesOf } from '../edit/edit-layers'

/** The one user or role whose ARN the names of the identity-based policies hold: `pull on arn:aws:iam::…:role/web`. */
export function holderInNames({ layers, paste }: Draft): string | null {
  if (paste === '' || layers.identity.state !== 'given') return null
  const names = draftPoliciesOf(layers, 'identity').map(({ name }) => name)
  const arns = names.flatMap((name) => arnsOfKind(name, 'identity'))
  return onlyOne(arns) ?? null
}
