import type { CaseRequest } from '../../case/access-case'
import { parseArn, regionOfArn } from '../../iam/arn'
import type { EditorContext } from '../../reference/completion'
import type { Layer } from '../../iam/layers'

/** Regions by where they are told: the resource's own, or the one that the request goes to. */
function regionOf(request: CaseRequest): string | null {
  const requested = request.context?.['aws:RequestedRegion']
  return regionOfArn(request.resource) || (typeof requested === 'string' ? requested : null)
}

/** What an editor of this policy can fill in from the case. */
export function editorContext(type: Layer, request: CaseRequest | undefined): Omit<EditorContext, 'reference'> {
  const principal = request ? parseArn(request.principal) : null
  const resource = request ? parseArn(request.resource) : null
  const own =
    type === 'resource' || type === 'rcp' || type === 'trust' ? resource?.account || request?.resourceAccount : ''
  return {
    type,
    fill: {
      partition: principal?.partition ?? resource?.partition ?? 'aws',
      region: request ? regionOf(request) : null,
      account: own || principal?.account || resource?.account || null,
    },
    principal: request?.principal || null,
    action: request?.action || null,
    resource: request?.resource || null,
  }
}
