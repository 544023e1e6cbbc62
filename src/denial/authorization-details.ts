import { contextOf } from './cloudtrail-context'
import type { DetailedStatement } from './detail'
import type { MatchedStatement } from './denial'
import { enclosingObjects, itemsUnder, readLooseObject, textUnder, under, type LooseNode } from './loose-json'
import { pieceOf, type Fragment, type FragmentName } from './denial-sentence'
import { layerOfPolicyType } from '../iam/policy-types'

function matchedOf(evaluation: LooseNode): MatchedStatement[] {
  return itemsUnder(evaluation, 'matchedPolicies').flatMap((policy) =>
    itemsUnder(policy, 'matchedStatements').map((statement): MatchedStatement => ({
      sid: textUnder(statement, 'sid'),
      effect: /DENY/i.test(textUnder(statement, 'evaluatedEffect') ?? '') ? 'Deny' : 'Allow',
      policy: textUnder(policy, 'uri'),
    })),
  )
}

function readEvaluation(text: string, root: LooseNode, evaluation: LooseNode): DetailedStatement | null {
  const effect = textUnder(evaluation, 'evaluatedEffect')
  if (effect !== 'EXPLICIT_DENY' && effect !== 'IMPLICIT_DENY') return null
  const pieces: Partial<Record<FragmentName, Fragment>> = {}
  for (const name of ['action', 'resource'] as const) {
    const node = under(evaluation, name)
    if (node?.kind === 'text' && node.value !== '') pieces[name] = pieceOf(text, ...node.range)
  }
  const matched = matchedOf(evaluation)
  const denying = matched.find((statement) => statement.effect === 'Deny')?.policy ?? null
  const info = itemsUnder(root, 'policies').find((policy) => denying !== null && textUnder(policy, 'uri') === denying)
  const uri = info ? under(info, 'uri') : null
  if (uri?.kind === 'text' && uri.value.startsWith('arn:')) pieces.layerPolicyArn = pieceOf(text, ...uri.range)
  const context = { ...contextOf(under(root, 'requestContext')), ...contextOf(under(evaluation, 'context')) }
  const recorded = Object.entries(context).find(([key]) => key.toLowerCase() === 'aws:principalarn')?.[1]
  const principal = typeof recorded === 'string' ? recorded : recorded?.[0]
  return {
    statement: {
      row: 'authorization details',
      start: evaluation.range[0],
      end: evaluation.range[1],
      pieces,
      decision: effect === 'EXPLICIT_DENY' ? 'explicit' : 'implicit',
      layer: layerOfPolicyType(textUnder(info ?? null, 'type')) ?? 'unknown',
    },
    detail: { context, matchedStatements: matched, inferred: principal === undefined ? {} : { principal } },
  }
}

/** What GetRequestAuthorizationDetails answered: https://docs.aws.amazon.com/iam-toolbox/latest/APIReference/API_GetRequestAuthorizationDetails.html */
export function findAuthorizationDetails(text: string): DetailedStatement[] {
  if (!text.includes('evaluatedEffect')) return []
  const places = [...text.matchAll(/["']?evaluations["']?\s?:\s?\[/g)].map((match) => match.index)
  return enclosingObjects(text, places).flatMap((range) => {
    const root = readLooseObject(text, range)
    return itemsUnder(root, 'evaluations').flatMap((evaluation) => readEvaluation(text, root, evaluation) ?? [])
  })
}
