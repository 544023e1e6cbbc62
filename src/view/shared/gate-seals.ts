import type { Gate } from '../../explanation/explanation'
import type { GateLook } from './gate-look'
import type { SignName } from './sign-shapes'

const denySign = (gate: Gate): SignName => (gate.status === 'explicitDeny' ? 'explicitDeny' : 'implicitDeny')

/** The sign in the middle of a gate that is not plainly open. */
export const SEALS: Readonly<Partial<Record<GateLook, (gate: Gate) => SignName>>> = {
  stopped: denySign,
  shut: denySign,
  claimed: () => 'notGiven',
  ajar: () => 'depends',
  notGiven: () => 'notGiven',
}
