import { buildCase } from '../../draft/build/build-case'
import { isDetail } from '../../draft/build/chosen-denial'
import type { Draft } from '../../draft/draft'
import type { AccessCase } from '../../case/access-case'
import { withPolicy } from '../../case/layer-policies'
import type { Denial } from '../../denial/denial'
import type { SituationAnswers } from '../../facts/situations/situations'
import { evaluate, type PolicyMemory } from '../../evaluation/evaluate'
import { canGrant, caseLayerOf, holdsOne, LAYERS, type Layer } from '../../iam/layers'
import { apartHeadline, wholeFact } from '../messages/combined'
import { HEADLINES } from '../messages/answers'
import { OWNER_MESSAGES } from '../messages/owner-message'
import type { Phrase } from '../../text/phrase'
import type { Answer } from '../answer'
import { headlineFacts } from '../words/headline'
import type { OwnerMessage } from './owner-message'
import { ALL_PARTS } from '../all-said'
import { explainWith } from '../explain-with'
import { newName } from './allow-candidates'
import type { StatementJson } from '../causes/least-statement'
import { judgedWith, layerResult, type JudgedCase } from '../judged-case'
import { stepFacts } from '../steps/step-facts'
import { answerFixes } from './answer-fixes'
import { statementsText } from './copied-text'
import { mergeStatements } from './merge-statements'
import { resourceText } from '../words/names'

/** One change in place of one for each of several denials: what they lack in one layer. */
export interface CombinedChange {
  readonly layer: Layer
  /** Whom it is for, or the resource whose policy it is. */
  readonly of: string
  /** The whole policy, or the statements that go into the one that is there. */
  readonly policy: string
  readonly areStatements: boolean
  /** How many denials it answers. */
  readonly denials: number
  /** Does each of their requests pass the layer with it? Only a layer of several policies can be tried so. */
  readonly isProven: boolean
}

/** The one change that answers every denial of a paste, with what is said of all of them at once. */
export interface WholeChange extends CombinedChange {
  /** Null: they are not all of one kind, or not known in one way, so that no sentence holds for all. */
  readonly headline: Phrase | null
  readonly fact: Phrase
  readonly message: OwnerMessage
}

/** The changes that answer the denials of a paste together, and how many of them no Allow answers. */
export interface CombinedChanges {
  readonly changes: readonly CombinedChange[]
  readonly explicitDenies: number
  /** The one change that answers every denial of the paste; null where none does. */
  readonly whole: WholeChange | null
  /** What is said of denials that no sentence holds for, with the answer of each; null where one does. */
  readonly apart: Apart | null
}

/** Denials that are answered one by one. */
export interface Apart {
  readonly headline: Phrase
  /** `at` counts the denials of the paste from 0. */
  readonly each: readonly { readonly at: number; readonly headline: Phrase }[]
}

/** The denials of a paste, with what is said of those that a service's own words name. */
interface Asked {
  readonly draft: Draft
  readonly denials: readonly Denial[]
  readonly situationAnswers?: SituationAnswers | undefined
  readonly policyMemory?: PolicyMemory | undefined
}

/** Denials that are looked at. */
const MOST = 20

interface Needed {
  readonly layer: Layer
  readonly of: string
  readonly statement: StatementJson
  readonly accessCase: AccessCase
  readonly judged: JudgedCase
  readonly answer: Answer
}

/** What the user typed of one request says nothing of the others, but for who calls. */
const ofDenial = (draft: Draft, chosen: number): Draft => {
  const { linked: _linked, request, ...rest } = draft
  return { ...rest, chosen, request: request.principal === undefined ? {} : { principal: request.principal } }
}

const isOfResource = (layer: Layer): boolean => LAYERS[layer].side === 'resource'

/** What one of the denials lacks, and what is answered of it. */
interface OneAnswer {
  readonly answer: Answer
  readonly caller: string
  readonly needed: readonly Needed[]
}

const answerOf = (asked: Asked, index: number): OneAnswer | null => {
  const { draft, denials, situationAnswers = {}, policyMemory } = asked
  const { accessCase, denial } = buildCase(ofDenial(draft, index), denials)
  if (denial === null) return null
  const evaluation = evaluate(accessCase, { policyMemory })
  const judged: JudgedCase = { evaluation, accessCase, denial, error: denial, situationAnswers, policyMemory }
  const { answer } = explainWith({ ...judged, parts: ALL_PARTS })
  const caller = stepFacts(judged).entity?.arn ?? (accessCase.request.principal || denial.principal || '')
  if (answer.decision === 'explicitDeny') return { answer, caller, needed: [] }
  const needed = answerFixes(judged, answer).flatMap(({ layer, statement, least }) => {
    if (!least || statement === null || !canGrant(layer)) return []
    return [{ layer, of: isOfResource(layer) ? resourceText(judged) : caller, statement, accessCase, judged, answer }]
  })
  return { answer, caller, needed }
}

const passes = ({ accessCase, layer, judged }: Needed, policy: string): boolean => {
  const place = { layer: caseLayerOf(layer), level: null, policy: null }
  const changed = withPolicy(accessCase.policies, place, { name: newName(layer), document: policy })
  return layerResult(evaluate({ ...accessCase, policies: changed }, judgedWith(judged)), layer)?.status === 'allows'
}

const combined = (needed: readonly [Needed, ...Needed[]]): CombinedChange => {
  const [{ layer, of }] = needed
  const statements = mergeStatements(needed.map(({ statement }) => statement))
  const denials = new Set(needed.map(({ accessCase }) => accessCase)).size
  // A layer that holds one policy keeps what it has: a policy of these statements alone would replace it.
  if (holdsOne(layer))
    return { layer, of, policy: statementsText(statements), areStatements: true, denials, isProven: false }
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
  return { layer, of, policy, areStatements: false, denials, isProven: needed.every((one) => passes(one, policy)) }
}

/** The answer to each of them, where all are of one kind and known in one way. */
const sharedAnswer = (needed: readonly Needed[]): Answer | null => {
  const [first] = needed
  const isShared = ({ answer: { basis, decision, layer } }: Needed) =>
    basis === first?.answer.basis && decision === first.answer.decision && layer === first.answer.layer
  return first !== undefined && first.answer.layer === first.layer && needed.every(isShared) ? first.answer : null
}

const saidOfAll = (change: CombinedChange, needed: readonly [Needed, ...Needed[]]): WholeChange => {
  const [{ judged, layer }] = needed
  const { accessCase, denial } = judged
  const answer = sharedAnswer(needed)
  const facts = { ...headlineFacts(judged, layer), calls: change.denials }
  const tell = answer?.basis === 'likely' ? HEADLINES.likely : HEADLINES.sure
  const { owner } = LAYERS[layer]
  return {
    ...change,
    headline: answer?.decision === 'implicitDeny' ? tell({ how: 'implicitDeny', layer }, facts) : null,
    fact: wholeFact(layer),
    message: {
      owner,
      text: OWNER_MESSAGES.allowAll({
        owner,
        caller: accessCase.request.principal || denial?.principal || '',
        requests: needed.map((one) => ({
          action: one.accessCase.request.action,
          resource: resourceText(one.judged),
        })),
        json: change.policy,
      }),
    },
  }
}

/** What all denials of a paste lack together, by layer and by whom or what its policy is of. */
export const combineFixes = (asked: Asked): CombinedChanges => {
  const groups = new Map<string, [Needed, ...Needed[]]>()
  const each: Apart['each'][number][] = []
  const callers = new Set<string>()
  let explicitDenies = 0
  for (const [at, denial] of asked.denials.slice(0, MOST).entries()) {
    const one = denial.kind === 'not-authorization' || isDetail(denial) ? null : answerOf(asked, at)
    if (one === null) continue
    each.push({ at, headline: one.answer.headline })
    callers.add(one.caller)
    if (one.answer.decision === 'explicitDeny') explicitDenies += 1
    for (const needed of one.needed) {
      const key = JSON.stringify([needed.layer, needed.of])
      const group = groups.get(key)
      if (group) group.push(needed)
      else groups.set(key, [needed])
    }
  }
  const all = [...groups.values()].map((needed) => ({ needed, change: combined(needed) }))
  const several = all.filter(({ change }) => change.denials > 1)
  const [only] = several
  const isWhole = all.length === 1 && only?.change.denials === each.length && asked.denials.length <= MOST
  const whole = isWhole ? saidOfAll(only.change, only.needed) : null
  const counts = { denials: each.length, callers: callers.size, changes: several.length }
  return {
    changes: several.map(({ change }) => change),
    explicitDenies,
    whole,
    apart: whole?.headline ? null : { headline: apartHeadline(counts), each },
  }
}
