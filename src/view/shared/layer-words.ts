import type { CaseLayer } from '../../iam/layers'

interface LayerWords {
  /** What is attached there, in one sentence. */
  readonly about: string
  /** What it means when nothing is attached. */
  readonly noneMeans: string
}

/** What is said of each layer where its policies are shown. */
export const LAYER_WORDS: Readonly<Record<CaseLayer, LayerWords>> = {
  identity: {
    about: 'Policies attached to the user, its groups or the role.',
    noneMeans: 'The identity itself is granted nothing.',
  },
  resource: {
    about: 'The policy on the resource: a bucket policy, a key policy, a queue policy or a role’s trust policy.',
    noneMeans: 'The resource itself grants nothing.',
  },
  boundary: {
    about: 'The managed policy set as the permissions boundary of the user or role. It limits and never grants.',
    noneMeans: 'No boundary limits the identity.',
  },
  session: {
    about: 'Policies passed when the role was assumed or the federated user got its token. They limit the session.',
    noneMeans: 'The session was made without a session policy.',
  },
  scp: {
    about:
      'Service control policies (SCPs) of the caller’s organization. Every level from the root to the account must allow the action.',
    noneMeans: 'The caller’s account is in no organization, or the organization does not use SCPs.',
  },
  rcp: {
    about:
      'Resource control policies (RCPs) of the organization that owns the resource. RCPFullAWSAccess is attached at every level.',
    noneMeans: 'The resource’s account is in no organization, or the organization does not use RCPs.',
  },
  endpoint: {
    about: 'The policy of the VPC endpoint that the request went through.',
    noneMeans: 'The request did not go through a VPC endpoint, or its endpoint has the default policy.',
  },
}
