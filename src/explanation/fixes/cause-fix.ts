import { serviceOfAction } from '../../iam/action'
import { serviceOfArn } from '../../iam/arn'
import { LAYERS, type Layer } from '../../iam/layers'
import { matchWildcard } from '../../iam/wildcard'
import { lastingResource } from '../../policy/one-off-ids'
import type { Cause } from '../answer'
import { resourceIn, withTestsOfAction, type StatementJson } from '../causes/least-statement'
import type { Fix } from '../explanation'
import { withSource } from '../causes/service-source'
import * as say from '../messages/fixes'
import type { Situation } from '../situation'
import { withTextValues, textValues } from '../causes/text-values'
import { blankResource } from './named-resource'
import { ownPart } from './own-part'
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

/** What stands in a row for the resource of the request. */
const OF_REQUEST = '<resource>'

/**
 * The resource of a statement of a table: where the row leaves it to the request, that of the request, or the one that the
 * text names; where the row has a wider pattern, what is asked for of it.
 */
const resourceOf = (situation: Situation, layer: Layer, action: string, written: string): string => {
  const { resource } = situation.accessCase.request
  const ofEach = ownPart(situation, layer)
  if (ofEach !== null && matchWildcard(written, resource)) return ofEach.pattern
  const isAsked = resource.startsWith('arn:') && serviceOfArn(resource) === serviceOfAction(action)
  if (written !== OF_REQUEST) return isAsked && matchWildcard(written, resource) ? lastingResource(resource) : written
  return isAsked ? lastingResource(resource) : blankResource(situation, action)
}

/** The actions of a statement that its resource can have: what another service does, no request does on it. */
const onResource = (actions: unknown, resource: string): unknown => {
  const service = serviceOfArn(resource)
  if (!Array.isArray(actions) || service === '') return actions
  const kept = actions.filter((one) => serviceOfAction(String(one)) === service)
  if (kept.length === 0) return actions
  return kept.length === 1 ? kept[0] : kept
}

/** Whom a statement names where the table does not say it: what an endpoint lets through is kept to a resource. */
const unnamedCaller = (layer: Layer): unknown => (layer === 'endpoint' ? '*' : { AWS: '<ARN of the caller>' })

/** A statement of a table with the elements that a document of its kind takes. */
const inDocument = (situation: Situation, layer: Layer, statement: StatementJson): StatementJson => {
  const { Effect: effect, Principal: principal, Action: actions, Resource: resource, ...rest } = statement
  const [action] = [actions].flat()
  if (typeof action !== 'string' || typeof resource !== 'string') return statement
  const of = resourceOf(situation, layer, action, resource)
  const written = resourceIn(layer, action, of)
  const named = principal ?? (LAYERS[layer].principal === 'required' ? unnamedCaller(layer) : undefined)
  return {
    Effect: effect,
    ...(named === undefined ? {} : { Principal: named }),
    Action: onResource(actions, of),
    ...rest,
    ...(written === null ? {} : { Resource: written }),
  }
}

/** A statement with each blank that the text fills. */
const withPartsOfText = (situation: Situation, statement: StatementJson): StatementJson => {
  const values = textValues(situation)
  return JSON.parse(JSON.stringify(statement), (_, value: unknown) =>
    typeof value === 'string' && value.startsWith('arn:') ? withTextValues(value, values) : value,
  ) as StatementJson
}

const asDocument = (situation: Situation, layer: Layer, statement: StatementJson): StatementJson =>
  withSource(
    situation,
    layer,
    withPartsOfText(situation, inDocument(situation, layer, withTestsOfAction(situation, layer, statement))),
  )

/** The fixes of what a likely cause asks for besides the request itself. */
export const causeFix = (situation: Situation, { layer, statements, remedy }: Cause): readonly Fix[] =>
  layer === 'none' || statements.length === 0
    ? []
    : [
        unproven(
          situation,
          layer,
          statements.flatMap(withGrantApart).map((one) => asDocument(situation, layer, one)),
          say.answersCause(),
          remedy,
        ),
      ]
