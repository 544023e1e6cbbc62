import type { PolicyLayer } from '../../case/access-case'
import type { Layer } from '../../evaluation/evaluation'

/** What the policy pane shows of one layer. */
export interface PolicyTab {
  readonly layer: PolicyLayer
  /** The tab's accessible name. */
  readonly name: string
  /** How the layer is called in a narrow pane. */
  readonly short: string
  /** The layers of an evaluation that this tab holds the policies of. */
  readonly evaluated: readonly Layer[]
  /** What hangs here, in one sentence. */
  readonly about: string
  /** What it means when nothing is attached. */
  readonly noneMeans: string
}

/** One tab a policy layer, in the order of the tablist. */
export const POLICY_TABS: readonly PolicyTab[] = [
  {
    layer: 'identity',
    name: 'Identity-based',
    short: 'Identity',
    evaluated: ['identity'],
    about: 'Policies attached to the user, its groups or the role, inline and managed.',
    noneMeans: 'The identity itself is granted nothing.',
  },
  {
    layer: 'resource',
    name: 'Resource-based',
    short: 'Resource',
    evaluated: ['resource', 'trust'],
    about: 'The policy on the resource: a bucket policy, a key policy, a queue policy or a role’s trust policy.',
    noneMeans: 'The resource itself grants nothing.',
  },
  {
    layer: 'boundary',
    name: 'Permissions boundary',
    short: 'Boundary',
    evaluated: ['boundary'],
    about: 'The managed policy set as the permissions boundary of the user or role. It limits and never grants.',
    noneMeans: 'No boundary limits the identity.',
  },
  {
    layer: 'session',
    name: 'Session',
    short: 'Session',
    evaluated: ['session'],
    about: 'Policies passed when the role was assumed or the federated user got its token. They limit the session.',
    noneMeans: 'The session was made without a session policy.',
  },
  {
    layer: 'scps',
    name: 'Service control (SCP)',
    short: 'SCP',
    evaluated: ['scp'],
    about:
      'Service control policies of the caller’s organization. Every level from the root to the account must allow.',
    noneMeans: 'The caller’s account is in no organization, or the organization does not use SCPs.',
  },
  {
    layer: 'rcps',
    name: 'Resource control (RCP)',
    short: 'RCP',
    evaluated: ['rcp'],
    about:
      'Resource control policies of the organization that owns the resource. RCPFullAWSAccess is attached at every level.',
    noneMeans: 'The resource’s account is in no organization, or the organization does not use RCPs.',
  },
  {
    layer: 'endpoint',
    name: 'VPC endpoint',
    short: 'Endpoint',
    evaluated: ['endpoint'],
    about: 'The policy of the VPC endpoint that the request went through.',
    noneMeans: 'The request did not go through a VPC endpoint, or its endpoint has the default policy.',
  },
]

/** The tab of a layer. */
export function tabOf(layer: PolicyLayer): PolicyTab {
  const tab = POLICY_TABS.find((candidate) => candidate.layer === layer)
  if (!tab) throw new Error(`No tab for the layer ${layer}`)
  return tab
}

/** The tab that holds the policies of a layer of the evaluation. */
export function tabOfEvaluated(layer: Layer): PolicyTab {
  const tab = POLICY_TABS.find((candidate) => candidate.evaluated.includes(layer))
  if (!tab) throw new Error(`No tab for the layer ${layer}`)
  return tab
}
