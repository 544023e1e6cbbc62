import type { UnplacedPolicy } from '../../draft/paste/place-policies'
import { useAsked } from './intake'

const waits = ({ reason, policy }: UnplacedPolicy): boolean =>
  reason === 'layer-unknown' && policy.candidates.length > 0

/** The policies that came without a word of where they are attached: none of them counts until somebody says so. */
export const useWaitingPolicies = (): readonly UnplacedPolicy[] => useAsked().filter(waits)

/** The policies that count where they most likely belong, until somebody says. */
export const useAssumedPolicies = (): readonly UnplacedPolicy[] =>
  useAsked().filter(({ reason }) => reason === 'layer-assumed')
