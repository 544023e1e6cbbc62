import type { AccessCase } from '../../case/access-case'
import type { LayerResult } from '../../evaluation/evaluation'
import type { JudgedCase } from '../judged-case'
import { withDocument } from '../../case/case-documents'
import { caseLayerOf, layersWhere } from '../../iam/layers'
import { policiesIn } from '../../case/layer-policies'

/** A policy that has no say in any request. */
const INERT = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"none:None","Resource":"*"}]}'

/** Layers in which each statement counts for itself; whether a bucket policy is public is a matter of all of its statements. */
const SLIMMABLE = layersWhere({
  identity: true,
  resource: false,
  trust: false,
  boundary: true,
  session: true,
  scp: true,
  rcp: false,
  endpoint: false,
})

const policyPlace = (level: number | null, policy: number): string => `${String(level)} ${String(policy)}`

/** Which policies of a layer hold a statement that matches, or may. */
const havingASay = ({ statements }: LayerResult): ReadonlySet<string> =>
  new Set(statements.filter(({ matches }) => matches !== 'no').map(({ level, policy }) => policyPlace(level, policy)))

const slimLayer = (accessCase: AccessCase, result: LayerResult): AccessCase => {
  const speaking = havingASay(result)
  const layer = caseLayerOf(result.layer)
  const levels = result.levels?.map((_, level) => level) ?? [null]
  return levels.reduce<AccessCase>(
    (slim, level) =>
      policiesIn(accessCase.policies, { layer, level }).reduce(
        (one, { name }, policy) =>
          speaking.has(policyPlace(level, policy)) ? one : withDocument(one, { layer, level, policy }, name, INERT),
        slim,
      ),
    accessCase,
  )
}

/**
 * The same case, cheaper to evaluate: policies of which no statement matches this request give way to one that has no
 * say either. Decisions and the state of each layer stay the same.
 */
export const slimCase = ({ accessCase, evaluation }: JudgedCase): AccessCase => {
  // What a policy with faults does is not told by its statements.
  if (evaluation.problems.some(({ severity }) => severity === 'error')) return accessCase
  return evaluation.layers
    .filter(({ layer, statements }) => SLIMMABLE.includes(layer) && statements.length > 0)
    .reduce(slimLayer, accessCase)
}
