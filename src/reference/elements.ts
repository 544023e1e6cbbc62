import { LAYERS, type Layer } from '../iam/layers'

/** One element of the policy language. */
export interface PolicyElement {
  readonly name: string
  readonly of: 'policy' | 'statement'
  /** The element that must not stand beside it in one statement. */
  readonly excludes: string | null
  readonly legalIn: (type: Layer) => boolean
  /** Must it stand there, or the element that excludes it? */
  readonly neededIn: (type: Layer) => boolean
}

const everywhere = () => true
const nowhere = () => false
const withPrincipal = (type: Layer) => LAYERS[type].principal !== 'forbidden'
const withNotPrincipal = (type: Layer) => LAYERS[type].notPrincipal !== 'forbidden'
const withResource = (type: Layer) => LAYERS[type].resource !== 'forbidden'
const needsPrincipal = (type: Layer) => LAYERS[type].principal === 'required'
const needsResource = (type: Layer) => LAYERS[type].resource === 'required'

const element = (
  name: string,
  of: PolicyElement['of'],
  neededIn: PolicyElement['neededIn'] = nowhere,
  legalIn: PolicyElement['legalIn'] = everywhere,
  excludes: string | null = null,
): PolicyElement => ({ name, of, excludes, legalIn, neededIn })

/**
 * The elements in the order in which policies are written.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export const POLICY_ELEMENTS: readonly PolicyElement[] = [
  element('Version', 'policy'),
  element('Id', 'policy', nowhere, (type) => withPrincipal(type) && type !== 'rcp'),
  element('Statement', 'policy', everywhere),
  element('Sid', 'statement'),
  element('Effect', 'statement', everywhere),
  element('Principal', 'statement', needsPrincipal, withPrincipal, 'NotPrincipal'),
  element('NotPrincipal', 'statement', needsPrincipal, withNotPrincipal, 'Principal'),
  element('Action', 'statement', everywhere, everywhere, 'NotAction'),
  // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
  element('NotAction', 'statement', everywhere, (type) => type !== 'rcp', 'Action'),
  element('Resource', 'statement', needsResource, withResource, 'NotResource'),
  element('NotResource', 'statement', needsResource, withResource, 'Resource'),
  element('Condition', 'statement'),
]
