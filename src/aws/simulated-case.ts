import type { AccessCase } from '../case/access-case'
import type { LayerKey } from '../iam/layers'
import { own } from '../text/own'
import type { LeftOut } from './simulation-input'

/** Layers that the simulator never takes, and those that it was not given. */
const NEVER: readonly LayerKey[] = ['rcps', 'session', 'endpoint']
const NOT_GIVEN: Readonly<Partial<Record<LeftOut, LayerKey>>> = {
  'resource-star': 'resource',
  'resource-policy-star': 'resource',
  'scp-level-empty': 'scps',
  'scp-levels-many': 'scps',
}

/**
 * The case as the simulator had it: without the layers that it leaves out, and with unknown keys as absent. Of the
 * policies that are attached in AWS nobody here knows that one is missing.
 */
export function simulatedCase(
  { request, policies, ...rest }: AccessCase,
  leftOut: readonly LeftOut[],
  mode: 'custom' | 'principal',
): AccessCase {
  const gone = [...NEVER, ...leftOut.flatMap((code) => own(NOT_GIVEN, code) ?? [])]
  const kept = Object.fromEntries(
    Object.entries(policies).filter(([key]) => !(gone as readonly string[]).includes(key)),
  )
  const { absentContext = [], unknownContext = [] } = request
  return {
    ...rest,
    request: {
      ...request,
      otherContext: 'absent',
      absentContext: [...absentContext, ...unknownContext],
      unknownContext: [],
    },
    policies: {
      ...kept,
      ...(mode === 'custom' && { otherLayers: 'none' as const }),
      noneAttached: [...new Set([...(policies.noneAttached ?? []), ...gone])],
    },
  }
}
