import { accountOfArn, isAccountId } from '../../iam/arn'
import { LAYERS, type Layer } from '../../iam/layers'
import { OWNER_TEXT, ownerIn } from '../messages/fixes'
import type { JudgedCase } from '../judged-case'

/** Who can change the policies of a layer: the account of the resource is named where its ARN shows another than the caller's. */
export function ownerOfFix({ accessCase: { request } }: JudgedCase, layer: Layer): string {
  const { owner } = LAYERS[layer]
  const account = owner === 'resourceOwner' ? accountOfArn(request.resource) : ''
  const isOther = isAccountId(account) && account !== accountOfArn(request.principal)
  return isOther ? ownerIn(account) : OWNER_TEXT[owner]
}
