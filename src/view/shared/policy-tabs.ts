import type { Denial } from '../../denial/denial'
import { CASE_LAYERS, caseLayerOf, LAYERS, READING_ORDER, type CaseLayer, type Layer } from '../../iam/layers'

/** What the policy pane shows of one layer. */
export interface PolicyTab {
  readonly layer: CaseLayer
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

const WORDS: Readonly<Record<CaseLayer, Pick<PolicyTab, 'about' | 'noneMeans'>>> = {
  identity: {
    about: 'Policies attached to the user, its groups or the role, inline and managed.',
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
      'Service control policies of the caller’s organization. Every level from the root to the account must allow the action.',
    noneMeans: 'The caller’s account is in no organization, or the organization does not use SCPs.',
  },
  rcp: {
    about:
      'Resource control policies of the organization that owns the resource. RCPFullAWSAccess is attached at every level.',
    noneMeans: 'The resource’s account is in no organization, or the organization does not use RCPs.',
  },
  endpoint: {
    about: 'The policy of the VPC endpoint that the request went through.',
    noneMeans: 'The request did not go through a VPC endpoint, or its endpoint has the default policy.',
  },
}

/** The tab of a layer. */
export const tabOf = (layer: CaseLayer): PolicyTab => ({
  layer,
  name: LAYERS[layer].tab,
  short: LAYERS[layer].short,
  evaluated: READING_ORDER.filter((one) => caseLayerOf(one) === layer),
  ...WORDS[layer],
})

/** The tab that holds the policies of a layer of the evaluation. */
export const tabOfEvaluated = (layer: Layer): PolicyTab => tabOf(caseLayerOf(layer))

/** The layer of a case that AWS's message names; null where it names none. */
export const layerThatAwsNames = (denial: Pick<Denial, 'layer'> | null): CaseLayer | null =>
  denial === null || denial.layer === 'unknown' ? null : caseLayerOf(denial.layer)

/** One tab a layer of a case, in the order of the tablist. */
export const POLICY_TABS: readonly PolicyTab[] = CASE_LAYERS.map(tabOf)
