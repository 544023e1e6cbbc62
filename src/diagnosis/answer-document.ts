import type { Denial } from '../denial/denial'
import { caseFromDraft } from '../draft/file/case-file'
import type { AccessCase } from '../case/access-case'
import { readDocument } from '../case/case-documents'
import type { Evaluation } from '../evaluation/evaluation'
import type { Basis, Cause } from '../explanation/answer'
import type { Fix } from '../explanation/explanation'
import type { Instruction } from '../explanation/instruction'
import { INSTRUCTION_TEXT } from '../explanation/messages/instructions'
import { changeText } from '../explanation/fixes/copied-text'
import type { Remedy } from '../explanation/fixes/remedies'
import { textDiff } from '../explanation/report/text-diff'
import { plainText } from '../text/phrase'
import type { Diagnosis, DiagnosisFailure } from './diagnosis'

/** A cause, in plain text. */
export interface CauseDocument extends Pick<Cause, 'code' | 'layer' | 'decision' | 'page'> {
  readonly sentence: string
  readonly speaksFor: readonly string[]
  readonly speaksAgainst: readonly string[]
  readonly check: { readonly sentence: string; readonly command: string | null } | null
  readonly remedy: string
}

/** A change of policies that was proven by another evaluation. */
export interface FixDocument extends Pick<Fix, 'codes' | 'layer' | 'reach' | 'decisionAfter' | 'remaining'> {
  readonly sentence: string
  readonly opens: string
  readonly proof: string
  readonly owner: string
  /** The policy is not given: the fix is there to be copied. */
  readonly isSupposed: boolean
  readonly changes: readonly {
    readonly policy: string
    readonly layer: string
    readonly diff: string
    /** The policy with the change; the statements alone where the policy is not given. */
    readonly after: string
  }[]
}

/** Something to do or to fetch. */
export interface StepDocument {
  readonly sentence: string
  readonly commands: readonly string[]
  readonly page: string | null
}

/** An answer as plain data and plain text: version 1. Fields are only ever added. */
export interface AnswerDocument {
  readonly version: 1
  /** "proven", "claimed" by AWS, "likely", or "open": never to be mixed. */
  readonly basis: Basis
  readonly decision: string
  readonly layer: string
  readonly headline: string
  readonly fact: { readonly sentence: string; readonly policy: string | null; readonly line: number | null } | null
  /** What is AWS's word in it; empty where the answer needs none. */
  readonly said: string
  /** The likeliest first. */
  readonly causes: readonly CauseDocument[]
  /** What to do that changes no policy. */
  readonly instructions: readonly StepDocument[]
  /** Those that open the least first. */
  readonly fixes: readonly FixDocument[]
  /** What is still to be fetched for a proven answer. */
  readonly missing: readonly StepDocument[]
  readonly notes: readonly string[]
  /** Layers of which nothing is given. */
  readonly notGiven: readonly string[]
  readonly request: {
    readonly principal: string | null
    readonly action: string | null
    readonly resource: string | null
  }
  readonly failed: DiagnosisFailure | null
}

/** An answer with all that it was made of. */
export interface FullAnswerDocument extends AnswerDocument {
  readonly denials: readonly Denial[]
  readonly case: AccessCase
  readonly evaluation: Evaluation | null
}

const causeDocument = (cause: Cause): CauseDocument => ({
  code: cause.code,
  layer: cause.layer,
  decision: cause.decision,
  page: cause.page,
  sentence: plainText(cause.sentence),
  speaksFor: cause.speaksFor.map(plainText),
  speaksAgainst: cause.speaksAgainst.map(plainText),
  check: cause.check && {
    sentence: plainText(cause.check.sentence),
    command: cause.check.command?.bash ?? null,
  },
  remedy: plainText(cause.remedy),
})

const fixDocument = (fix: Fix): FixDocument => ({
  codes: fix.codes,
  layer: fix.layer,
  reach: fix.reach,
  decisionAfter: fix.decisionAfter,
  remaining: fix.remaining,
  sentence: plainText(fix.sentence),
  opens: plainText(fix.opens),
  proof: plainText(fix.proof),
  owner: fix.ownerText,
  isSupposed: fix.isSupposed ?? false,
  changes: fix.changes.map((change) => {
    const { name, layer, before } = change
    const after = changeText(change)
    return { policy: name, layer, diff: textDiff(before, after), after }
  }),
})

/** What to do: words to add to the call, or to leave out of it, are said; the commands are those to run. */
const instructionDocument = ({ sentence, commands, page }: Instruction): StepDocument => {
  const [first, ...others] = commands.filter(({ is }) => is !== 'run')
  const words = first === undefined ? [] : [INSTRUCTION_TEXT.option([first, ...others])]
  return {
    sentence: [plainText(sentence), ...words].join(' '),
    commands: commands.filter(({ is }) => is === 'run').map(({ bash }) => bash),
    page,
  }
}

/** The answer of a diagnosis as a document. `remedy`: what can be done about it, where that was worked out. */
export function answerDocument(diagnosis: Diagnosis, remedy: Remedy | null): AnswerDocument {
  const { explanation, built, failed } = diagnosis
  const answer = explanation?.answer ?? null
  const { evidence = null } = answer?.fact ?? {}
  const policy = evidence && built && readDocument(built.accessCase, { ...evidence.place, layer: evidence.layer })
  const { principal = '', action = '', resource = '' } = built?.accessCase.request ?? {}
  return {
    version: 1,
    basis: answer?.basis ?? 'open',
    decision: answer?.decision ?? 'none',
    layer: answer?.layer ?? 'none',
    headline: plainText(answer?.headline ?? []),
    fact: answer?.fact
      ? { sentence: plainText(answer.fact.sentence), policy: policy?.name ?? null, line: answer.fact.line }
      : null,
    said: plainText(answer?.said ?? []),
    causes: answer?.causes.map(causeDocument) ?? [],
    instructions: remedy?.instructions.map(instructionDocument) ?? [],
    fixes: remedy?.fixes.map(fixDocument) ?? [],
    missing:
      remedy?.steps
        .filter(({ needed }) => needed)
        .map(({ sentence, commands, page }) => ({
          sentence: plainText(sentence),
          commands: commands.map(({ bash }) => bash),
          page,
        })) ?? [],
    notes: answer?.notes.map(plainText) ?? [],
    notGiven: answer?.notGiven ?? [],
    request: { principal: principal || null, action: action || null, resource: resource || null },
    failed,
  }
}

/** The same with the denials that were read, the case and its evaluation. */
export const fullAnswerDocument = (diagnosis: Diagnosis, remedy: Remedy | null): FullAnswerDocument => ({
  ...answerDocument(diagnosis, remedy),
  denials: diagnosis.reading?.denials ?? [],
  case: caseFromDraft(diagnosis.draft),
  evaluation: diagnosis.evaluation,
})
