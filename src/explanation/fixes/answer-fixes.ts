import { SITUATIONS } from '../../facts/situations/situations'
import { TOKEN_FORMS } from '../../knowledge/token-forms'
import type { StatementResult } from '../../evaluation/evaluation'
import { documentText } from '../../case/case-documents'
import { policiesOfLayer } from '../../case/layer-policies'
import { caseLayerOf, type Layer } from '../../iam/layers'
import type { Fix } from '../explanation'
import { LIFTS_DENY } from './deny-candidates'
import { causeFix } from './cause-fix'
import { explainFixes, type Suspicion } from './explain-fixes'
import { blankFiller, withFilledBlanks } from './filled-blanks'
import { withBothHalves } from './both-halves'
import { worthOffering } from './worth-offering'
import { different, withoutLooser, withoutRepeated } from './distinct-fixes'
import { withPatternBeside } from './beside-pattern'
import { withDeniedWork } from './denied-work'
import { withSameWork } from './with-same-work'
import { withWholeCall } from './whole-call'
import { withNamedBlanks } from './name-masks'
import { givesMore } from '../../facts/escalations'
import { leadsToMore } from '../messages/opened'
import { join } from '../../text/phrase'
import { withOpened } from './opened-by-fix'
import { withEffect } from './with-effect'
import { withNamedResource } from './named-resource'
import * as say from '../messages/fixes'
import { layerResult, samePlace, type JudgedCase } from '../judged-case'
import type { Answer, Cause } from '../answer'
import { wholeCase } from '../../case/whole-case'
import { askingCheck } from '../causes/asking-check'
import { isHeldBack } from './held-back'
import { isEnoughInOneAccount } from '../causes/lacking-layer'
import { isPolicyOfOtherService } from './policy-of-other-service'
import { actionsOfCause, isRefutedLayer } from '../causes/by-the-text'
import { textsOf } from '../../text/fields'
import { matchAnyCase } from '../../iam/wildcard'
import { supposedFixes, withFallback } from './supposed-fixes'

/** A fix of which it is said that its statement goes into the policy that is not given, where it does. */
const withPlace = (fix: Fix): Fix => {
  const why = say.INTO_UNSEEN[fix.layer]
  if (why === null || !fix.changes.some(({ isIntoUnseen }) => isIntoUnseen === true)) return fix
  const isNew = fix.codes.includes('new-policy')
  const sentence = isNew && fix.statement !== null ? say.addToUnseen(fix.layer, fix.reach) : fix.sentence
  return {
    ...fix,
    codes: fix.codes.map((one) => (one === 'new-policy' ? 'add-statement' : one)),
    sentence: fix.isOfUnknownKey === true ? say.ofOwnKey(sentence) : sentence,
    proof: say.together([why, fix.proof]),
  }
}

/** Do the statements of a cause allow other actions than the one that was asked for? */
const allowsMore = (cause: Cause, action: string): boolean =>
  actionsOfCause(cause).some((one) => one.toLowerCase() !== action.toLowerCase())

/** Is it known to be a Deny, and of what? Nobody is exempted from what may be neither. */
const isSeenToDeny = ({ openEffect, elements }: StatementResult): boolean =>
  openEffect !== true &&
  elements.every(({ element, matches }) => matches === 'yes' || (element !== 'Action' && element !== 'NotAction'))

/** Does it deny the sessions of before some time? A new session isn't one: nobody is exempted. */
const isOfOldSessions = ({ elements }: StatementResult): boolean =>
  elements.some(
    ({ key = '', operator = '' }) => key.toLowerCase() === 'aws:tokenissuetime' && /^DateLessThan/i.test(operator),
  )

/** The statement that AWS's claim leaves. */
const suspicionOf = (judged: JudgedCase, answer: Answer): Suspicion | null => {
  const { layer, decision, causes } = answer
  if (layer === 'none') return null
  const result = layerResult(judged.evaluation, layer)
  if (result?.status !== 'depends' || result.statements.length === 0) return null
  if (decision === 'implicitDeny') return { layer, deny: null }
  const place = causes[0]?.evidence?.place
  const deny = place && result.statements.find((one) => samePlace(one, place))
  return deny === undefined || !isSeenToDeny(deny) || isOfOldSessions(deny) ? null : { layer, deny }
}

/** Fixes of likely causes that are told at most. */
const MOST_CAUSES = 3

/**
 * What to change, by the answer: the fixes that are proven on the policies here; where they are not given, those that
 * answer AWS's words; and for likely causes what each of them asks for.
 */
export const answerFixes = (judged: JudgedCase, answer: Answer): readonly Fix[] => {
  const asked = { ...judged, accessCase: wholeCase(judged.accessCase) }
  const whole = withNamedResource(asked)
  const fill = blankFiller(asked)
  const fixes = withPatternBeside(
    whole,
    withDeniedWork(whole, withSameWork(whole, withWholeCall(whole, withoutLooser(different(fixesBy(whole, answer)))))),
  )
    .map(withPlace)
    .map((fix) => withFilledBlanks(fix, policyTexts(whole, fix.layer), fill))
    .map((fix) => withNamedBlanks(fix, policyTexts(whole, fix.layer)))
    .map((fix) => (fix.beyond === undefined || fix.blanks !== undefined ? withOpened(whole, fix) : fix))
  const told = withoutRepeated(withLayerOfClaim(answer, worthOffering(whole, answer, fixes))).map((fix) =>
    withEffect(whole, fix),
  )
  const leadsTo = givesMore(whole.accessCase.request.action)
  const halves = withBothHalves(whole, told)
  return leadsTo === null ? halves : halves.map((fix) => withWarning(fix, leadsTo))
}

/** A way to more permissions is told with what the fix opens. */
const withWarning = (fix: Fix, leadsTo: string): Fix => ({ ...fix, opens: join(fix.opens, ' ', leadsToMore(leadsTo)) })

/** What the policies of a layer say, as they are written. */
const policyTexts = ({ accessCase }: JudgedCase, layer: Layer): string =>
  policiesOfLayer(accessCase.policies, caseLayerOf(layer))
    .map(({ document }) => documentText(document))
    .join('\n')

/** Where AWS names a layer, what is supposed of another one comes beside a change of that layer, and is no answer alone. */
const withLayerOfClaim = ({ basis, layer }: Answer, fixes: readonly Fix[]): readonly Fix[] =>
  basis !== 'claimed' || fixes.some((fix) => fix.layer === layer)
    ? fixes
    : fixes.filter(({ isSupposed }) => isSupposed !== true)

/** The fixes of a further check that the policies given here do not let through. */
const checkFixes = (judged: JudgedCase, cause: Cause | undefined): readonly Fix[] =>
  cause?.ground === 'fact-shown' && cause.about !== null && cause.statements.length === 0
    ? explainFixes(askingCheck(judged, cause.about)).filter(({ layer }) => layer === cause.layer)
    : []

/** Is it about a test of a statement that is there, which a fix made of the request would repeat as it is? */
const isOfTest = ({ code, ground }: Cause): boolean => code === 'allow-unmet' || ground === 'fact-shown'

/** Does a fix let through what was asked for? Where policies show what stops that, what lets only other actions through repairs nothing. */
const isOnRequest = ({ accessCase }: JudgedCase, { statement }: Fix): boolean =>
  statement === null || textsOf(statement.Action).some((one) => matchAnyCase(one, accessCase.request.action))

/**
 * Does it only fit such calls, and no word of the service speaks of it, beside an Allow that is here and whose tests or names
 * the request misses? How a provider writes the subject of a token tells of that very test how it is missed.
 */
const isIdle = (first: Cause | undefined, { ground, code }: Cause): boolean =>
  ground === 'fact-possible' &&
  !Object.hasOwn(SITUATIONS, code) &&
  !Object.hasOwn(TOKEN_FORMS, code) &&
  first?.code === 'allow-unmet' &&
  first.evidence !== null

const fixesBy = (judged: JudgedCase, answer: Answer): readonly Fix[] => {
  const { basis, layer, decision, causes } = answer
  if (decision === 'none' || isHeldBack(judged, answer)) return []
  // Where it takes AWS's word that the layer had to allow, no change of it is proven.
  const isByWord = judged.evaluation.decision === 'depends' && judged.denial?.layer === layer
  if (basis === 'proven')
    return layer !== 'none' && decision === 'implicitDeny' && isByWord
      ? withFallback(judged, layer, 'claimed', explainFixes(judged))
      : explainFixes(judged)
  const [first] = causes
  const proven = [
    ...checkFixes(judged, first),
    // That another layer allows it is enough beside a missing Allow, and lifts no Deny.
    ...explainFixes(judged, suspicionOf(judged, answer)).filter(
      (fix) => fix.codes.some((one) => LIFTS_DENY[one]) || !isEnoughInOneAccount(judged, fix.layer),
    ),
  ]
  const [ofFirst = [], ...others] = causes
    .slice(0, MOST_CAUSES)
    // What the policies here show not to be so, nothing repairs; nor is what may be, where they show what it is.
    .map((cause) => (cause.isRefuted || isIdle(first, cause) ? [] : causeFix(judged, cause)))
  const ofOthers = others.flat().map((fix) => (ofFirst.length > 0 ? { ...fix, isOfOtherCause: true as const } : fix))
  const known = [...ofFirst, ...ofOthers]
  const isKnown = first !== undefined && first.statements.length > 0 && basis === 'likely'
  const isMore = isKnown && allowsMore(first, judged.accessCase.request.action)
  // No Allow lifts a Deny: what only allows is no answer to one.
  if (decision === 'explicitDeny')
    return [...proven.filter(({ codes }) => codes.some((one) => LIFTS_DENY[one])), ...ofFirst]
  if (layer === 'none' || decision !== 'implicitDeny') return [...proven, ...known]
  const isCovered = proven.some((fix) => fix.layer === layer)
  // What would do without the test that keeps others out is not the least.
  if (isCovered && first !== undefined && isOfTest(first) && first.statements.length > 0)
    return [...known, ...proven.map((fix) => ({ ...fix, least: false }))]
  // What the cause asks for is the fix: one of its actions alone would only move the denial to the next.
  if (isCovered && first?.ground === 'shown')
    return [...proven, ...ofFirst, ...ofOthers.filter((fix) => isOnRequest(judged, fix))]
  if (isCovered) return isMore ? [...ofFirst, ...proven, ...ofOthers] : [...proven, ...known]
  // What the layer allows already is not what is missing there.
  if (layerResult(judged.evaluation, layer)?.status === 'allows') return [...known, ...proven]
  if (isPolicyOfOtherService(judged, layer, first)) return [...ofFirst, ...proven]
  // What the text shows to be allowed is not allowed once more.
  if (isKnown && isRefutedLayer(judged, layer, 'implicitDeny')) return [...known, ...proven]
  const supposed = withFallback(judged, layer, basis, supposedFixes(judged, layer, basis))
  return isKnown ? [...known, ...proven, ...supposed] : [...supposed, ...proven, ...known]
}
