import { own } from '../text/own'

/**
 * What a service that assumes a role is authorized for besides: Pod Identity sends tags with each session.
 * https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
 */
const ASKS_BESIDES: Readonly<Record<string, readonly string[]>> = { 'pods.eks.amazonaws.com': ['sts:TagSession'] }

/** The further actions that a trust policy has to allow a service that assumes the role. */
export const assumedWith = (service: string, action: string): readonly string[] =>
  action.toLowerCase() === 'sts:assumerole' ? (own(ASKS_BESIDES, service) ?? []) : []
