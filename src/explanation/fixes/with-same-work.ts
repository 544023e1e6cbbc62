import { bucketOfArn } from '../../iam/arn'
import { workOf, type SameWork, type WorkGrant } from '../../facts/calls/same-work'
import { nameOfAction, serviceOfAction } from '../../iam/action'
import { policiesOfLayer } from '../../case/layer-policies'
import { caseLayerOf, type Layer } from '../../iam/layers'
import { takesNoResource } from '../../iam/no-resource-actions'
import { parsePrincipal } from '../../iam/principal'
import { matchWildcard } from '../../iam/wildcard'
import type { Facts } from '../../knowledge/knowledge'
import { factsOf, fill, observe } from '../../knowledge/observe'
import { namedIn, widthOf, reachOfStatement } from '../../policy/reach'
import type { FurtherCheck } from '../answer'
import { isMissing } from '../causes/hypothetical-case'
import { joinConditions, type ConditionJson } from '../causes/condition-json'
import { testCheck } from '../causes/tested-check'
import { whenOf, type StatementJson } from '../causes/least-statement'
import { textValues } from '../causes/text-values'
import { statementJson } from '../causes/row-statement'
import type { Fix } from '../explanation'
import * as say from '../messages/fixes'
import type { JudgedCase } from '../judged-case'
import { withBlanks } from '../words/row-phrase'
import { mergeStatements } from './merge-statements'
import { isUnnamed } from './named-resource'
import { besidePrincipals } from './beside-principals'
import { textDifference } from './text-difference'
import { copiedFolder } from './asked-objects'
import { failedRepositories } from './failed-pulls'
import { changedTo } from './whole-call'
import { fieldsOf } from '../../text/fields'
import type { Phrase } from '../../text/phrase'

/** What fills the gaps of a work’s grants; `asked`: the resource of the request as a fix names it. */
function factsOfWork(judged: JudgedCase, asked: unknown): Facts {
  const { accessCase, denial, evaluation } = judged
  const facts = { ...textValues(judged), ...factsOf(observe(accessCase, denial, evaluation.context)) }
  const folder = facts['bucket'] === undefined ? {} : { folder: copiedFolder(accessCase.error ?? '', facts['bucket']) }
  return { ...facts, ...folder, ...(typeof asked === 'string' && asked !== '' && { resource: asked }) }
}

/** A grant for each thing of the attempt; each repository has a policy of its own. */
const grantsOf = (judged: JudgedCase, layer: Layer, grants: SameWork['grants']): SameWork['grants'] =>
  grants.flatMap((grant) => {
    const isOnMore = grant.isOnFailed === true && layer !== 'resource'
    return [grant, ...(isOnMore ? failedRepositories(judged).map((on) => ({ ...grant, on })) : [])]
  })

/** Is a layer asked for a grant, by what the text and the names of its policies say? */
function isAsked({ accessCase }: JudgedCase, layer: Layer, { only, told }: WorkGrant): boolean {
  const names = policiesOfLayer(accessCase.policies, caseLayerOf(layer)).map(({ name }) => name)
  const text = [accessCase.error ?? '', ...names].join('\n').toLowerCase()
  return (only === undefined || only === layer) && told?.some((word) => text.includes(word)) !== false
}

/** The statements of a grant that the policies of the layer lack. */
const lackingOf = (judged: JudgedCase, layer: Layer, grant: WorkGrant, facts: Facts): readonly StatementJson[] => {
  const { actions, on, condition } = grant
  if (!isAsked(judged, layer, grant)) return []
  return actions.flatMap((written) => {
    const action = fill(written, facts)
    const resource = takesNoResource(action) ? '*' : fill(on, facts)
    const check = { principal: null, action, resource: withBlanks(resource) }
    if (testCheck(judged, layer, check).outcome === 'allowed') return []
    const tests = condition && (JSON.parse(fill(JSON.stringify(condition), facts)) as typeof condition)
    return [statementJson({ effect: 'Allow', actions: [action], resource, ...(tests && { condition: tests }) })]
  })
}

/** The checks of a work in a layer, beside that of the request. */
export function checksOfWork(judged: JudgedCase, layer: Layer, { grants }: SameWork): readonly FurtherCheck[] {
  const { request } = judged.accessCase
  const facts = factsOfWork(judged, request.resource)
  return grantsOf(judged, layer, grants)
    .filter((grant) => isAsked(judged, layer, grant))
    .flatMap(({ actions, on }) =>
      actions.map((written) => {
        const action = fill(written, facts)
        return { principal: null, action, resource: takesNoResource(action) ? '*' : withBlanks(fill(on, facts)) }
      }),
    )
    .filter(({ action }) => action.toLowerCase() !== request.action.toLowerCase())
}

/** Policies that bound the caller’s own: where they are here, what the work takes has to be in each of them too. */
const BOUNDS: ReadonlySet<Layer> = new Set<Layer>(['boundary', 'session', 'scp'])

/** Is all of the work done at one endpoint, as that of one service is? */
const isOfOneEndpoint = ({ accessCase }: JudgedCase, grants: SameWork['grants']): boolean =>
  grants.every(({ actions }) =>
    actions.every((one) => serviceOfAction(one) === serviceOfAction(accessCase.request.action)),
  )

/** Is all of the work done on what has one policy: on the resource itself, or on a bucket and its objects? */
const isOfOnePolicy = ({ accessCase }: JudgedCase, grants: SameWork['grants'], facts: Facts): boolean => {
  const bucket = bucketOfArn(accessCase.request.resource)
  return grants
    .filter(({ only }) => only === undefined || only === 'resource')
    .every(({ on }) => on === '{resource}' || (bucket !== null && bucketOfArn(fill(on, facts)) === bucket))
}

/**
 * Can a layer take what the work takes besides: the policies of the caller, that of a resource which all of it is on, and that
 * of an endpoint which all of it goes through?
 */
const takesWork = (judged: JudgedCase, layer: Layer, grants: SameWork['grants']): boolean =>
  layer === 'identity' ||
  (layer === 'endpoint' && isOfOneEndpoint(judged, grants)) ||
  (BOUNDS.has(layer) && !isMissing(judged.accessCase, layer)) ||
  (layer === 'resource' && isOfOnePolicy(judged, grants, factsOfWork(judged, judged.accessCase.request.resource)))

const isOfRequest = ({ statement, changes, least }: Fix, action: string): boolean =>
  least &&
  changes.length === 1 &&
  String(statement?.['Effect']) === 'Allow' &&
  String(statement?.['Action']).toLowerCase() === action.toLowerCase()

const isOfAction = ({ Action }: StatementJson, action: string): boolean =>
  String(Action).toLowerCase() === action.toLowerCase()

/** A statement with the tests of another besides its own. */
const withTests = (statement: StatementJson, tests: unknown): StatementJson => {
  const { Condition: own, ...rest } = statement
  const condition = joinConditions((own ?? null) as ConditionJson | null, (tests ?? null) as ConditionJson | null)
  return condition === null ? rest : { ...rest, Condition: condition }
}

/** Does one statement without tests allow what another one does? */
const isAllowedBy = (one: StatementJson, other: StatementJson): boolean =>
  one['Condition'] === undefined &&
  other['Condition'] === undefined &&
  String(one['Action']).toLowerCase() === String(other['Action']).toLowerCase() &&
  matchWildcard(String(other['Resource']), String(one['Resource']))

/** A sentence with a pattern in the place of what it is a pattern of. */
const withOther = (sentence: Phrase, from: string, to: string): Phrase =>
  sentence.map((part) => ({ ...part, text: part.text.replaceAll(from, to) }))

/** The fix with all that the work takes in the place of the one action; null: the policies here lack no more. */
function wholeWork(judged: JudgedCase, fix: Fix, { work, grants, isOnEach }: SameWork): Fix | null {
  const { action } = judged.accessCase.request
  const { beyond: _ofOne, ...rest } = fix
  const { Resource: asked } = fix.statement ?? {}
  const facts = factsOfWork(judged, asked)
  const all = grantsOf(judged, fix.layer, grants)
  const things = failedRepositories(judged)
  const lacking = all.flatMap((grant) => lackingOf(judged, fix.layer, grant, facts))
  const failed = things.filter((one) => lacking.some(({ Resource }) => Resource === one))
  const others = lacking.map(({ Action }) => String(Action)).filter((one) => one.toLowerCase() !== action.toLowerCase())
  const [change] = fix.changes
  const isMore = others.length > 0 || lacking.length > 1 || (isOnEach === true && lacking.length > 0)
  // What nobody names, the work names.
  const isUnnamedIn = (one: StatementJson) =>
    isUnnamed(String(asked)) && isOfAction(one, action) && !isUnnamed(String(one['Resource']))
  if ((!isMore && !lacking.some(isUnnamedIn)) || fix.statement === null || change === undefined) return null
  const isWithin = lacking.some((one) => isAllowedBy(fix.statement ?? {}, one) || isUnnamedIn(one))
  // The policy of a resource names who comes in, and has the resource as this one writes it; so does that of an endpoint, for each.
  const { Sid: _name, ...who } = fix.statement
  const made =
    fix.layer === 'resource'
      ? lacking.map(({ Action, Resource, Condition }) =>
          withTests(
            { ...fix.statement, Action, ...(bucketOfArn(String(Resource)) !== null && { Resource }) },
            Condition,
          ),
        )
      : fix.layer === 'endpoint'
        ? lacking.map(({ Action, Resource }) => ({ ...who, Action, Resource }))
        : lacking
  const statements = mergeStatements([...(isWithin ? [] : [fix.statement]), ...made])
  const beside = besidePrincipals(change.before, statements)
  const isBeside = beside.sids.length > 0 && beside.left.length === 0
  const whole = isBeside
    ? { ...change, after: beside.text, edit: textDifference(change.before, beside.text) }
    : changedTo(change, statements)
  if (whole === null) return null
  const wider = isWithin ? lacking.find((one) => isOfAction(one, action)) : undefined
  const sentence = isBeside
    ? say.besideSentence(String(fieldsOf(fix.statement['Principal'])['AWS']), beside.sids, change.name)
    : withOther(fix.sentence, String(asked), String(wider?.['Resource'] ?? asked))
  const reaches = statements.map((one) => ({
    ...reachOfStatement(one),
    principal: namedIn(one),
    when: whenOf((one['Condition'] ?? null) as ConditionJson | null),
  }))
  return {
    ...rest,
    sentence: isMore ? say.sameWorkSentence(sentence, work, [...new Set(others)], failed) : sentence,
    opens: say.together(reaches.map((reach) => say.opensPhrase(fix.layer, reach))),
    changes: [whole],
    reaches,
    width: Math.max(...reaches.map((reach) => widthOf(fix.layer, reach))),
    // What is on resources that the request doesn’t name is more than the least statement for it.
    statement: statements.length === 1 && isOnEach !== true ? (statements[0] ?? null) : null,
  }
}

/**
 * The fixes with all that the work takes first, where the refused call is one that no client makes alone; behind it the one
 * action, for where nothing more is worth offering.
 */
export function withSameWork(judged: JudgedCase, fixes: readonly Fix[]): readonly Fix[] {
  const { request, error = '' } = judged.accessCase
  const [first, ...rest] = fixes
  const isOfService = parsePrincipal(request.principal)?.kind === 'service'
  if (first === undefined || isOfService || nameOfAction(request.action) === '' || !isOfRequest(first, request.action))
    return fixes
  const work = workOf(request.action, request.resource, error.toLowerCase())
  const whole = work && takesWork(judged, first.layer, work.grants) ? wholeWork(judged, first, work) : null
  return whole ? [whole, { ...first, least: false }, ...rest] : fixes
}
