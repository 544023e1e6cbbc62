import { LAYERS, type Layer } from '../../iam/layers'
import type { Cause } from '../answer'
import { resourceIn, withTestsOfAction, type StatementJson } from '../causes/least-statement'
import type { Fix } from '../explanation'
import * as say from '../messages/fixes'
import type { Situation } from '../situation'
import { unproven } from './unproven-fix'

const GRANT = 'kms:CreateGrant'

/** To make grants is tied to AWS services, which other actions of a statement are not: it gets a statement of its own. */
const withGrantApart = (statement: StatementJson): readonly StatementJson[] => {
  const { Action: actions } = statement
  if (!Array.isArray(actions) || !actions.includes(GRANT)) return [statement]
  return [
    { ...statement, Action: actions.filter((one) => one !== GRANT) },
    { ...statement, Action: GRANT },
  ]
}

/** A statement of a table with the `Resource` that a document of its kind takes. */
const inDocument = (layer: Layer, statement: StatementJson): StatementJson => {
  const { Effect: effect, Principal: principal, Resource: resource, ...rest } = statement
  const [action] = [statement['Action']].flat()
  if (typeof action !== 'string' || typeof resource !== 'string') return statement
  const written = resourceIn(layer, action, resource)
  const named = principal ?? (LAYERS[layer].principal === 'required' ? { AWS: '<ARN of the caller>' } : undefined)
  return {
    Effect: effect,
    ...(named === undefined ? {} : { Principal: named }),
    ...rest,
    ...(written === null ? {} : { Resource: written }),
  }
}

/** The fixes of what a likely cause asks for besides the request itself. */
export const causeFix = (situation: Situation, { layer, statements, remedy }: Cause): readonly Fix[] =>
  layer === 'none' || statements.length === 0
    ? []
    : [
        unproven(
          situation,
          layer,
          statements.flatMap(withGrantApart).map((one) => inDocument(layer, withTestsOfAction(situation, layer, one))),
          say.answersCause(),
          remedy,
        ),
      ]
