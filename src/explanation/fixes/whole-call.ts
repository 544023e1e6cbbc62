import { evaluate } from '../../evaluation/evaluate'
import type { StatementResult } from '../../evaluation/evaluation'
import { firstInPath, resourcePart } from '../../iam/arn'
import { listsForKind, writtenLists } from '../../iam/tags-in-text'
import { caseLayerOf, LAYERS, type Layer } from '../../iam/layers'
import { withPolicy } from '../../case/layer-policies'
import { wholeCase } from '../../case/whole-case'
import { widthOf, reachOfStatement } from '../../policy/reach'
import { own } from '../../text/own'
import { parseJson } from '../../text/parse-json'
import { applyEdits } from '../../text/text-edit'
import type { Fix, FixChange } from '../explanation'
import type { StatementJson } from '../causes/least-statement'
import * as say from '../messages/fixes'
import { judgedWith, layerResult, type CheckOfDenied, type JudgedCase } from '../judged-case'
import { appendStatement } from './edit-json'
import { mergeStatements } from './merge-statements'
import { textDifference } from './text-difference'
import { withDocument } from '../../case/case-documents'

/** Keys by which a permission is kept to this call, by the actions that carry them: the Allow for it tests them. */
const KEPT_TO_CALL: readonly { readonly key: string; readonly of: RegExp }[] = [
  { key: 'iam:PassedToService', of: /^iam:PassRole$/i },
  { key: 'ec2:CreateAction', of: /^ec2:CreateTags$/i },
  { key: 'elasticloadbalancing:CreateAction', of: /^elasticloadbalancing:AddTags$/i },
  { key: 'kms:ViaService', of: /^kms:/i },
]

/** What a check carries that keeps a permission for it to this call. */
const keptToCall = ({ accessCase: { request } }: CheckOfDenied): readonly (readonly [string, string])[] =>
  KEPT_TO_CALL.filter(({ of }) => of.test(request.action)).flatMap(({ key }) => {
    const value = own(request.context ?? {}, key)
    return typeof value === 'string' ? [[key, value] as const] : []
  })

/** What kind of thing an ARN names, as far as its form tells: a table is none of its indexes, and an object no bucket. */
const kindOf = (arn: string): string => {
  const [, , service = '', , , rest = ''] = arn.split(':', 6)
  return service === 's3' ? `s3 ${String(rest.includes('/'))}` : `${service} ${/^([a-z-]+)[/:]/.exec(rest)?.[1] ?? ''}`
}

/**
 * Is it a check of the same action on a thing of another kind, as RunInstances is checked on the image and the subnet? One more
 * thing of the same kind is no check of the call.
 */
const isOnOtherKind = ({ accessCase: { request } }: Pick<JudgedCase, 'accessCase'>, resource: string): boolean =>
  resource.startsWith('arn:') && kindOf(resource) !== kindOf(request.resource)

/** A policy of such a layer has no Principal, so that one statement serves several checks. */
const namesNobody = (layer: Layer): boolean => LAYERS[layer].principal === 'forbidden'

/** Does only a tag that the call would have to send keep an Allow from being sure to match? */
const isOpenByTagAlone = ({ effect, matches, elements }: StatementResult): boolean =>
  effect === 'Allow' &&
  matches === 'unknown' &&
  elements.every((one) => one.matches === 'yes' || /^aws:RequestTag\//i.test(one.key ?? ''))

/**
 * Is it of a kind that the call makes and sends no tags for: by the text, or as hardly any launch tags its network interface?
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html
 */
function isMadeUntagged({ accessCase }: JudgedCase, check: CheckOfDenied, layer: Layer): boolean {
  const { resource } = check.accessCase.request
  const result = layerResult(check.evaluation, layer)
  if (result?.status !== 'depends' || !resource.endsWith('/*') || !result.statements.some(isOpenByTagAlone))
    return false
  const kind = firstInPath(resourcePart(resource))
  const sent = writtenLists((accessCase.error ?? '').slice(0, MOST_READ))
  return kind === 'network-interface'
    ? sent.every(({ of }) => of !== kind)
    : sent.length > 0 && listsForKind(sent, kind).length === 0
}

/** So much of a text is looked through for tags. */
const MOST_READ = 20_000

/**
 * Does a check lack an Allow of this layer, or may it, as nothing of the layer is here? Only one of the action that was refused
 * is taken in, or one whose permission is kept to the call: of any other AWS refused nothing.
 */
const lacks = (judged: JudgedCase, check: CheckOfDenied, layer: Layer): boolean => {
  const { request } = judged.accessCase
  const status = layerResult(check.evaluation, layer)?.status
  const isSame =
    check.accessCase.request.action.toLowerCase() === request.action.toLowerCase() &&
    isOnOtherKind(judged, check.accessCase.request.resource)
  const isOfCall = check.isCertain && !check.isRequest && (isSame || keptToCall(check).length > 0)
  return (
    isOfCall && (status === 'implicitDeny' || status === 'notGiven' || (isSame && isMadeUntagged(judged, check, layer)))
  )
}

/** A thing whose id is cut off, by the name of its type: each place where something is left out is another text. */
const namedWhole = (resource: string): string =>
  resource.replace(/([:/])([a-z][a-z-]{1,40})\/[^/:]{0,200}(?:\.{3}|…)$/, '$1$2/<$2>')

/** A check on a thing that a statement can name. */
const asNamed = (check: CheckOfDenied): CheckOfDenied => {
  const { request } = check.accessCase
  const resource = namedWhole(request.resource)
  return resource === request.resource
    ? check
    : { ...check, accessCase: { ...check.accessCase, request: { ...request, resource } } }
}

const statementFor = (check: CheckOfDenied): StatementJson => {
  const { action, resource } = check.accessCase.request
  const tests = keptToCall(check)
  return {
    Effect: 'Allow',
    Action: action,
    Resource: resource === '' ? '*' : resource,
    ...(tests.length === 0 ? {} : { Condition: { StringEquals: Object.fromEntries(tests) } }),
  }
}

/** The change with other statements in the place of its own; null: its policy has no place for them. */
export function changedTo(change: FixChange, statements: readonly StatementJson[]): FixChange | null {
  let text = change.before
  if (change.policy === null) text = JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
  else {
    for (const statement of statements) {
      const { root } = parseJson(text)
      const edit = root && appendStatement(text, root, statement)
      if (!edit) return null
      text = applyEdits(text, [edit])
    }
  }
  return { ...change, after: text, edit: textDifference(change.before, text) }
}

/** Does the layer let a check pass with the change? */
function passes(
  judged: JudgedCase,
  { accessCase }: Pick<CheckOfDenied, 'accessCase'>,
  layer: Layer,
  change: FixChange,
): boolean {
  const { policy, level, name, after } = change
  const given = wholeCase(accessCase)
  const place = { layer: caseLayerOf(layer), level, policy }
  const next =
    policy === null
      ? { ...given, policies: withPolicy(given.policies, place, { name, document: after }) }
      : withDocument(given, place, name, after)
  return layerResult(evaluate(next, judgedWith(judged)), layer)?.status === 'allows'
}

/**
 * The least fix made whole: with what the other checks of the call lack in the same layer, each tried with it. Null: they
 * lack nothing, or no one change serves them.
 */
function wholeCallFix(judged: JudgedCase, fix: Fix): Fix | null {
  const { beyond: _ofOne, ...rest } = fix
  const { layer, statement } = rest
  const [change] = fix.changes
  const lacking = (judged.call ?? []).filter((check) => lacks(judged, check, layer)).map(asNamed)
  if (!fix.least || statement === null || change === undefined || fix.changes.length > 1) return null
  if (lacking.length === 0 || !namesNobody(layer)) return null
  const statements = mergeStatements([statement, ...lacking.map(statementFor)])
  const whole = changedTo(change, statements)
  if (whole === null || ![judged, ...lacking].every((check) => passes(judged, check, layer, whole))) return null
  const reaches = statements.map(reachOfStatement)
  return {
    ...rest,
    sentence: say.wholeCallSentence(fix.sentence, lacking.length),
    opens: say.together(reaches.map((reach) => say.opensPhrase(layer, reach))),
    proof: say.wholeCallProof(lacking.length + 1, fix.proof),
    changes: [whole],
    reaches,
    width: Math.max(...reaches.map((reach) => widthOf(layer, reach))),
    statement: statements.length === 1 ? (statements[0] ?? null) : null,
  }
}

/** Is it seen that the other checks lack it, and not only possible? */
const isSeen = (judged: JudgedCase, { layer }: Fix): boolean =>
  (judged.call ?? []).some(
    (check) => lacks(judged, check, layer) && layerResult(check.evaluation, layer)?.status === 'implicitDeny',
  )

/** The fixes with the one that serves the whole call: first where others of its checks are seen to fail too, else second. */
export function withWholeCall(judged: JudgedCase, fixes: readonly Fix[]): readonly Fix[] {
  const [first, ...rest] = fixes
  const whole = first && wholeCallFix(judged, first)
  if (!first || !whole) return fixes
  return isSeen(judged, first)
    ? [whole, { ...first, least: false }, ...rest]
    : [first, { ...whole, least: false }, ...rest]
}
