import { askedOfBroker } from '../draft/build/broker-question'
import { buildPlainCase } from '../draft/build/build-case'
import { plainDraft } from '../draft/build/plain-draft'
import type { Denial } from '../denial/denial'
import type { Draft } from '../draft/draft'
import { judgedDraft } from '../draft/edit/edit-draft'
import { countPolicies } from '../draft/edit/edit-layers'
import { readPasteWith, type PasteReading, type PolicyPart } from '../draft/paste/read-paste-with'
import type { Known } from '../evaluation/evaluate'
import { evaluateLinked } from '../evaluation/evaluate-linked'
import { judgeTests } from '../evaluation/judge-tests'
import type { FindDocumentMistake } from '../explanation/causes/refused-document'
import { explainWith } from '../explanation/explain-with'
import { explainsDenial } from '../explanation/words/claim'
import type { AnswerParts } from '../explanation/whole-parts'
import type { SituationAnswers } from '../facts/situations/situations'
import { CASE_LAYERS } from '../iam/layers'
import type { PolicyReaders } from '../policy/policy-readers'
import type { Reference } from '../reference/reference'
import { referencePart } from '../reference/reference-part'
import { lacksPart, type Lacks } from '../text/lacks'
import { replaceEqualDeep } from '../text/replace-equal-deep'
import { placesAssumed } from './places-assumed'
import { isJudged, undiagnosed, type Diagnosis, type DiagnosisStep } from './diagnosis'
import { checkOfDenied, judgeCall } from './judge-call'
import { policiesBeside } from './policies-beside'
import { ownPolicies } from './policies-of-others'
import { withPastedValues } from './with-pasted-values'
import { createMemo, type Memo } from './memo'
import { withServices } from './named-operation'
import { servicesAsked } from './services-asked'
import { answersAsked, isOfNoCall } from './situations-asked'
import { withSpelledAction } from './spelled-request'

/** What helps a diagnosis. */
export interface DiagnosisHelp {
  /** As far as it is loaded: an answer never waits for it. */
  readonly reference?: Reference | undefined
  /** Of the drafts before this one. */
  readonly memo?: Memo | undefined
  /** Of policies that need a reader of their own, as YAML does. */
  readonly readers?: PolicyReaders | undefined
}

/** The same where not everything is at hand: parts that few answers need, as far as they are loaded. */
export interface LoadedHelp extends DiagnosisHelp {
  readonly situationAnswers?: SituationAnswers | undefined
  readonly documentMistake?: FindDocumentMistake | undefined
  readonly parts?: AnswerParts | undefined
}

/**
 * Everything that follows from a draft: what its paste says, the case, what each layer did, and the answer in words, with
 * what helps as far as it is handed in.
 * Never throws: a step that failed is named instead, and a part that has to be here. With the memo of the draft before, whatever is as it was stays the
 * same object, a paste is read once for all edits beside it, and policies from before a change are judged once.
 */
export function diagnoseWith(draft: Draft, help: LoadedHelp): Diagnosis {
  const { reference, documentMistake, situationAnswers = {}, parts = {}, memo = createMemo(), readers } = help
  let step: DiagnosisStep = 'read'
  let done = undiagnosed(draft)
  try {
    const reading = readOnce(draft.paste, memo, readers, parts.policies)
    if (lacksPart(reading)) return { ...done, ...reading }
    done = { ...done, reading }
    step = 'build'
    const plain = plainDraft(draft, reading.denials, memo.undress)
    const { draft: asked } = plain
    const denials = withServices(plain.denials, reference).map((one) => askedOfBroker(asked, one))
    const all = withSpelledAction(buildPlainCase({ draft: asked, denials }), reference)
    done = { ...done, built: all }
    step = 'evaluate'
    const { policyMemory } = memo
    const known: Known = reference === undefined ? { policyMemory } : { reference, policyMemory }
    const { built: bare, beside: others } = ownPolicies(asked, all, known)
    const taken = withPastedValues(asked, bare, known, parts.given?.pastedValues)
    if (lacksPart(taken)) return { ...done, ...taken }
    const { whole, first, pasted, refuted = [] } = taken
    const { built, evaluation, call } = judgeCall(whole, first, known)
    const linked = whole.accessCase.linked ? evaluateLinked(whole.accessCase, known).checks : []
    const tests = judgeTests(whole.accessCase, known)
    done = { ...done, built, evaluation, linked, call, tests }
    const { accessCase, denial } = built
    step = 'explain'
    // What explains AWS's denial as before has changed nothing in it.
    const explained = explainedBefore(asked, denials, { ...known, parts }, memo)
    if (lacksPart(explained)) return { ...done, ...explained }
    const isChanged = explained > explainsDenial({ accessCase, denial, evaluation })
    const error = denial ?? denials[draft.chosen] ?? denials[0] ?? null
    const services = reference === undefined ? {} : { services: referencePart(reference, servicesAsked(accessCase)) }
    const checks = call.length === 0 ? {} : { call: call.map(checkOfDenied) }
    const assumed = placesAssumed(asked, built, evaluation, known)
    const beside = [...others, ...policiesBeside(asked, reading.policies, accessCase.request.principal)]
    const values = {
      ...(pasted.length > 0 && { pasted }),
      ...(refuted.length > 0 && { refuted }),
      ...(beside.length > 0 && { beside }),
    }
    const said = { situationAnswers: answersAsked(denials, situationAnswers) }
    const beyond = { assumed, isOfNoCall: isOfNoCall(denial, error), ...said, ...values, ...services, ...checks }
    const judged = { evaluation, accessCase, denial, isChanged, error, ...beyond }
    const explanation = explainWith({ ...judged, policyMemory, reference, documentMistake, parts })
    if (lacksPart(explanation)) return { ...done, ...explanation }
    return keepDiagnosis({ ...done, explanation, judged }, memo)
  } catch (thrown) {
    return { ...done, failed: { step, cause: thrown instanceof Error ? thrown.message : String(thrown) } }
  }
}

function readOnce(
  paste: string,
  { last, denialsOf, undress }: Memo,
  readers: PolicyReaders | undefined,
  policies: PolicyPart | undefined,
): PasteReading | Lacks {
  if (last.read?.paste === paste && last.read.readers === readers) return last.read.reading
  const reading = readPasteWith(paste, { readers, denialsOf, undress, policies })
  if (!lacksPart(reading)) last.read = { paste, readers, reading }
  return reading
}

/** How far the policies before the changes that are tried explain AWS's denial. */
function explainedBefore(
  draft: Draft,
  denials: readonly Denial[],
  { parts, ...known }: Known & { readonly parts: AnswerParts },
  { last }: Memo,
): ReturnType<typeof explainsDenial> | Lacks {
  const judged = judgedDraft(draft)
  if (judged === null) return 0
  const before = replaceEqualDeep(last.judged?.before, judged)
  const { reference = null } = known
  if (last.judged?.before !== before || last.judged.reference !== reference) {
    const own = ownPolicies(before, buildPlainCase({ draft: before, denials }), known)
    const taken = withPastedValues(before, own.built, known, parts.given?.pastedValues)
    if (lacksPart(taken)) return taken
    const { whole, first } = taken
    const { built, evaluation } = judgeCall(whole, first, known)
    const { accessCase, denial } = built
    last.judged = { before, reference, explains: explainsDenial({ accessCase, denial, evaluation }) }
  }
  return last.judged.explains
}

/** Takes over what was diagnosed elsewhere: whatever is as it was in the memo stays the same object. */
export function keepDiagnosis(done: Diagnosis, { last }: Memo): Diagnosis {
  if (done.failed !== null) return done
  last.done = withSameParts(withOpening(done, last), last.done)
  return last.done
}

function withSameParts({ built, explanation, ...rest }: Diagnosis, before: Diagnosis | null): Diagnosis {
  return {
    ...rest,
    built: built && {
      ...built,
      fields: replaceEqualDeep(before?.built?.fields, built.fields),
      context: replaceEqualDeep(before?.built?.context, built.context),
      holes: replaceEqualDeep(before?.built?.holes, built.holes),
      accessCase: {
        ...built.accessCase,
        request: replaceEqualDeep(before?.built?.accessCase.request, built.accessCase.request),
      },
    },
    explanation: replaceEqualDeep(before?.explanation, explanation),
  }
}

function withOpening(done: Diagnosis, last: Memo['last']): Diagnosis {
  const { paste, layers } = done.draft
  const policies = CASE_LAYERS.reduce((sum, layer) => sum + countPolicies(layers, layer), 0)
  const { opening } = last
  const isNew = opening?.paste !== paste || policies > opening.policies
  if (!isJudged(done) || done.evaluation === null) last.opening = null
  else {
    const shown = done.explanation?.answer.fact?.evidence ?? null
    const at = isNew || !opening ? { evaluation: done.evaluation, shown } : opening.at
    last.opening = { paste, policies, at }
  }
  return { ...done, opening: last.opening?.at ?? null }
}
