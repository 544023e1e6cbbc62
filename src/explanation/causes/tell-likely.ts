import { howDenied } from '../../denial/denial'
import { serviceOfAction } from '../../iam/action'
import { HEADLINES, SAID, SPEAKS, type HeadlineFacts } from '../messages/answers'
import { awsDenied, notGivenLayers, type JudgedCase } from '../judged-case'
import type { Answer, Cause } from '../answer'
import { isSupported, type KnownFacts } from './known-facts'
import { isAcrossAccounts } from './across-accounts'
import { ranked } from './rank-causes'
import { likelyCauses } from './layer-causes'
import { explainClaim } from '../words/claim'
import { namesSeveral } from '../words/claim-reading'
import { decidingCheck } from './deciding-check'
import { carriedOfListed } from './listed-tests'
import { byTheText, shownOf } from './by-the-text'
import { differences } from './differences'
import { isGrantedHere } from './granted'
import { isLeftOver, unexplained } from './left-over'
import { openDeny } from './given-causes'
import { isNotInEffect } from './call-first'
import { headlineFacts } from '../words/headline'
import { policyNoun, resourceKind, resourceName } from '../words/names'
import { givenListedDenies, listedDenies } from '../words/named-statements'
import { join, plainText } from '../../text/phrase'
import { type Teller, blank, factOf } from './answer-parts'

/** The action that a cause is about, where it is another than that of the request; of another service with what its policy is of. */
const otherFacts = (judged: JudgedCase, { about, evidence, statements: [first] }: Cause): Partial<HeadlineFacts> => {
  const { request } = judged.accessCase
  // What the policies here are seen to lack of it, and not the first of all that it takes.
  const isAbout = first === undefined ? request.action === '' : evidence !== null
  const [action] = isAbout && about !== null ? [about.action] : [first?.Action].flat()
  if (typeof action !== 'string') return {}
  if (serviceOfAction(action) === serviceOfAction(request.action)) return { action }
  const [on] = [first?.Resource].flat()
  const resource = typeof on === 'string' && on.startsWith('arn:') ? on : ''
  const asked = { ...judged.accessCase, request: { ...request, action, resource } }
  const other: JudgedCase = { ...judged, denial: null, accessCase: asked }
  return { action, noun: policyNoun(other), kind: resourceKind(other), resource: resourceName(other) }
}

/** The action that a cause is about, where its words alone tell it. */
const aboutOf = ({ about }: Cause): { readonly action?: string } => (about ? { action: about.action } : {})

/** Does a headline hold all of a sentence, but for its first letter? */
const saysTheSame = (headline: Answer['headline'], sentence: Cause['sentence']): boolean =>
  plainText(headline).endsWith(plainText(sentence).slice(1))

/** Where no cause stands out, the check that tells them apart comes first. */
const likely = (judged: JudgedCase, causes: readonly Cause[], said: Answer['said']): Answer | null => {
  const answer = likeliest(judged, causes, said)
  const question = answer && decidingCheck(judged, causes)
  if (!answer || !question) return answer
  return { ...answer, headline: question.headline, fact: factOf(judged, question.sentence, null), question }
}

/** The line of the likeliest cause: of what it is shown by, else of the value that it speaks of; what is known of a test stands on the line of the statement with that test. */
const lineOf = ([first, ...others]: readonly Cause[]): Cause['evidence'] => {
  const own = first?.evidence ?? first?.writtenAt ?? null
  return own === null && first?.ground === 'fact-shown' && first.code !== 'key-policy-lacks'
    ? (others.find(({ layer, evidence }) => layer === first.layer && evidence !== null)?.evidence ?? null)
    : own
}

/** Do the policies of both sides lack it, where two accounts are in it? Then neither of them alone is the repair. */
const isOfBothSides = (judged: JudgedCase, [first, second]: readonly Cause[]): boolean =>
  first?.code === 'layer-lacks' &&
  second?.code === 'layer-lacks' &&
  ['identity resource', 'resource identity'].includes(`${first.layer} ${second.layer}`) &&
  isAcrossAccounts(judged)

/** Do the policies given of the layer of a cause allow the request? Then no headline says that they lack it. */
const isAllowedThere = (judged: JudgedCase, { layer, about, decision }: Cause): boolean =>
  layer !== 'none' && about === null && decision === 'implicitDeny' && isGrantedHere(judged, layer)

const withOtherSide = (judged: JudgedCase, causes: readonly Cause[]): readonly Cause[] => {
  const [first, ...others] = causes
  if (first === undefined || !isOfBothSides(judged, causes)) return causes
  const { action } = judged.accessCase.request
  return [{ ...first, sentence: join(first.sentence, ' ', SPEAKS['both-sides'](action)) }, ...others]
}

const likeliest = (judged: JudgedCase, found: readonly Cause[], said: Answer['said']): Answer | null => {
  const causes = withOtherSide(judged, found)
  const [first] = causes
  if (first === undefined) return null
  // What is shown not to be so, no headline says.
  if (first.isRefuted || isLeftOver(judged, first)) return unexplained(judged, causes)
  if (first.layer === 'none' && first.decision === 'explicitDeny') {
    return {
      ...blank(judged),
      basis: 'likely',
      decision: first.decision,
      layer: 'none',
      headline: HEADLINES['likely-unseen']({ ...headlineFacts(judged, null), ...aboutOf(first) }),
      fact: factOf(judged, first.sentence, null),
      said,
      causes,
    }
  }
  if (first.layer === 'none' || first.decision === 'none') {
    return {
      ...blank(judged),
      basis: 'likely',
      decision: 'none',
      layer: 'none',
      headline: HEADLINES['likely-no-policy'](first.title ?? null),
      fact: factOf(judged, first.sentence, first.evidence),
      said,
      causes,
    }
  }
  const how = first.decision === 'explicitDeny' ? 'explicitDeny' : 'implicitDeny'
  const { title = null } = first
  const headline =
    first.code === 'key-policy-lacks'
      ? HEADLINES['key-policy']()
      : title === null
        ? isAllowedThere(judged, first)
          ? HEADLINES.unexplained(headlineFacts(judged, null))
          : HEADLINES.likely(
              { how, layer: first.layer },
              { ...headlineFacts(judged, first.layer), ...otherFacts(judged, first) },
            )
        : HEADLINES.situation(title)
  // A cause that no line shows can say no more than the headline does: then what AWS said is the fact.
  const isSaid = first.evidence === null && saysTheSame(headline, first.sentence)
  return {
    ...blank(judged),
    basis: 'likely',
    decision: first.decision,
    layer: first.layer,
    headline,
    fact: isSaid ? factOf(judged, said, null) : factOf(judged, first.sentence, lineOf(causes)),
    said: isSaid ? [] : said,
    causes,
  }
}

/** Does the text show what no policy decides, as that the same works later? */
const isShownBesides = (judged: JudgedCase, cause: Cause): boolean =>
  cause.layer === 'none' && isSupported(cause) && byTheText(judged, cause, shownOf(judged)).speaksFor.length > 0

/** AWS names a layer whose policies here let the request pass: which of the two is not what it seems. */
export const tellContradiction: Teller = ({ judged, claim: reading, known }) => {
  if (reading?.state !== 'contradicts') return null
  // A caller who is known to be another than people think has other policies than those given here.
  const callers = known.callers.filter(({ layer }) => layer === reading.layer)
  // That the call itself is wrong is shown by the text, whatever the policies allow.
  const calls = ranked(
    judged,
    known.causes.filter((one) => one.ground === 'call-shown' || isShownBesides(judged, one)),
  )
  // A printed list that shows why comes before what can be so.
  const attached = known.causes.filter(isNotInEffect)
  const causes = [...calls, ...attached, ...callers, ...differences(judged, reading)]
  const { finding } = explainClaim(judged, reading)
  if (calls.length > 0) return likely(judged, causes, finding)
  const { layer, how } = reading
  const facts = headlineFacts(judged, layer)
  // What AWS says of a layer is certain, be its policies others than those given here; a service's own words are a guess of the service.
  const isOfService = judged.denial?.situation !== undefined
  return {
    ...blank(judged),
    ...(isOfService
      ? ({ basis: 'open', decision: 'none', layer: 'none' } as const)
      : ({ basis: 'claimed', decision: how, layer } as const)),
    headline: isOfService ? HEADLINES.differs(layer) : HEADLINES.sure({ layer, how }, facts),
    fact: factOf(judged, SAID.differs({ layer, how }, facts), null),
    said: finding,
    causes,
  }
}

/** Is a layer not given that could hold the Deny? An endpoint policy is the last to look at: few requests pass one. */
const canHideDeny = (judged: JudgedCase): boolean =>
  notGivenLayers(judged).some((layer) => layer !== 'endpoint') || judged.evaluation.layers.length <= 1

/** An explicit deny whose layer AWS does not name. */
export const tellUnnamedDeny: Teller = ({ judged, known }) => {
  if (howDenied(judged.denial) !== 'explicitDeny' || !awsDenied(judged)) return null
  const besides = known.causes.filter((one) => one.layer === 'none' && isSupported(one))
  if (besides.length > 0) return likely(judged, ranked(judged, besides), SAID['claim-without-layer']())
  const listed = givenListedDenies(judged)
  const [first] = listed
  if (first !== undefined) {
    const { layer } = first.result
    const causes = ranked(
      judged,
      listed.map(({ result, statement }) => openDeny(judged, result, statement)),
    )
    return {
      ...blank(judged),
      basis: 'claimed',
      decision: 'explicitDeny',
      layer,
      headline: HEADLINES.sure({ how: 'explicitDeny', layer }, headlineFacts(judged, layer)),
      fact: causes[0] ? factOf(judged, causes[0].sentence, causes[0].evidence) : null,
      said: SAID['statement-listed'](layer),
      causes,
    }
  }
  const [elsewhere] = listedDenies(judged)
  const said = elsewhere
    ? join(
        SAID['statement-elsewhere'](elsewhere.sid, elsewhere.actions ?? [], Object.keys(elsewhere.conditions ?? {})),
        carriedOfListed(judged),
      )
    : SAID['claim-without-layer']()
  const all = likelyCauses(judged, known)
  const causes = canHideDeny(judged) ? all.filter(({ decision }) => decision === 'explicitDeny') : all
  // What the text shows of the call itself comes before what a policy could say of it.
  const call = causes.find(({ ground }) => ground === 'call-shown')
  const written = causes.find(({ evidence }) => evidence !== null)
  // Why a Deny that is here applies comes before that it can.
  const shown = call ?? causes.find((one) => one.ground === 'fact-shown' && one.layer === written?.layer) ?? written
  // What the text shows of a usual guard comes before that any policy can deny.
  const usual = causes.find((one) => one.layer !== 'none' && one.decision === 'explicitDeny' && isSupported(one))
  if (!shown && !elsewhere && usual) return likely(judged, [usual, ...causes.filter((one) => one !== usual)], said)
  if (shown && !elsewhere) return likely(judged, [shown, ...causes.filter((one) => one !== shown)], said)
  return {
    ...blank(judged),
    basis: 'claimed',
    decision: 'explicitDeny',
    layer: 'none',
    headline: HEADLINES.sure({ how: 'explicitDeny', layer: null }, headlineFacts(judged, null)),
    fact: factOf(judged, said, null),
    causes,
  }
}

/** What the words themselves tell of a denial that names no action: what AWS's pages confirm comes before what none says. */
const ofWords = ({ causes }: KnownFacts): readonly Cause[] => {
  const supported = causes.filter(isSupported)
  return supported.length > 0 ? supported : causes.filter(({ speaksFor }) => speaksFor.length > 0)
}

/** KMS's one sentence for a key that is not there, is in another Region, or is not allowed. */
const THREE_CASES = /\bdoes not exist in this region, or you are not allowed to access\b/i

/** A service that has a sentence of its own says what failed, be it without the policy. */
const whatIsSaid = ({ denial, accessCase }: JudgedCase) => {
  if (denial && THREE_CASES.test((accessCase.error ?? '').slice(...denial.span))) return 'missing-or-denied'
  if (denial && namesSeveral(denial) && denial.layer === 'resource') return 'one-of-three'
  return denial?.situation === undefined ? 'denied-only' : 'says-what-failed'
}

/** AWS says only that it denied, or names several reasons of which it can be any. */
export const tellLikely: Teller = ({ judged, known }) => {
  const { accessCase } = judged
  const said = SAID[whatIsSaid(judged)]()
  const causes = accessCase.request.action === '' ? ranked(judged, ofWords(known)) : likelyCauses(judged, known)
  return likely(judged, causes, said)
}

/** How an answer begins that cannot say anything yet. */
