import type { SituationChange } from '../../facts/situations/situation'
import { SITUATION_ANSWERS } from '../../facts/situations/situation-answers'
import { SITUATIONS } from '../../facts/situations/situations'
import { factsOf, fill, observe } from '../../knowledge/observe'
import { KNOWLEDGE } from '../../knowledge/likely-causes'
import type { Facts, KnowledgeRow } from '../../knowledge/knowledge'
import type { Instruction, InstructionCommand } from '../explanation'
import { CHECK_INSTRUCTION } from '../messages/instructions'
import { message } from '../../text/message'
import { SETTING_MESSAGES } from '../messages/block-public-access'
import { rowPhrase, withBlanks } from '../words/row-phrase'
import { refusalChangeIn } from '../words/layer-fact'
import { refusingSetting } from '../words/block-public-access'
import { layerResult, samePlace, type Situation } from '../situation'
import { literal } from '../steps/script'
import type { Answer, Cause } from '../answer'
import { requestChanges } from '../steps/request-changes'

const filled = (words: readonly string[], facts: Facts) => literal(words.map((word) => withBlanks(fill(word, facts))))

const situationInstruction =
  (facts: Facts) =>
  ({ says, run, option, page, confirmed }: SituationChange): Instruction => {
    const commands: readonly InstructionCommand[] = [
      ...(run === undefined ? [] : [{ ...filled(run, facts), is: 'run', of: null } as const]),
      ...(option ? [{ ...filled(option.words, facts), is: option.is, of: null }] : []),
    ]
    return {
      sentence: rowPhrase(says, facts),
      commands,
      page,
      ...(confirmed === 'unconfirmed' && { isUnconfirmed: true }),
    }
  }

/** What to change in a situation that no policy decides. */
const ofSituation = ({ accessCase, error, denial, evaluation }: Situation): readonly Instruction[] => {
  const told = error ?? denial
  if (!told || (told.situation === undefined && told.kind !== 'not-authorization')) return []
  const { changes, check } = SITUATION_ANSWERS[told.situation ?? 'other-error']
  const facts = factsOf(observe(accessCase, told, evaluation.context))
  const checked: readonly Instruction[] =
    check === undefined
      ? []
      : [
          {
            sentence: message(CHECK_INSTRUCTION),
            commands: [{ ...filled(check, facts), is: 'run', of: null }],
            page: null,
          },
        ]
  return [...changes.map(situationInstruction(facts)), ...checked]
}

/** Does the error say in words of its own what it is? */
const isSaid = ({ error, denial }: Situation): boolean => {
  const id = (error ?? denial)?.situation
  return id !== undefined && SITUATIONS[id].says !== undefined
}

const ofCause = ({ remedy, run, page }: Cause): Instruction => ({
  sentence: remedy,
  commands: run ? [{ ...run, is: 'run', of: null }] : [],
  page,
})

/** What to change where a setting refused it: the call first, the setting only where that is meant. */
const ofSetting = (situation: Situation, setting: string): readonly Instruction[] => {
  const { accessCase, denial, evaluation } = situation
  const facts = factsOf(observe(accessCase, denial, evaluation.context))
  const page = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-bucket.html'
  const words = [
    'aws',
    's3api',
    'put-public-access-block',
    '--bucket',
    '{bucket}',
    '--public-access-block-configuration',
  ]
  const run = filled([...words, SETTING_MESSAGES.turnedOff(setting)], facts)
  return [
    { sentence: SETTING_MESSAGES.instead(setting), commands: [], page },
    { kind: 'setting', sentence: SETTING_MESSAGES['turn-off'](), commands: [{ ...run, is: 'run', of: null }], page },
  ]
}

/** What of the request would lift the statement that the answer stands on. */
const ofRequest = (situation: Situation, { layer, fact }: Answer): readonly Instruction[] => {
  if (layer === 'none' || !fact?.evidence) return []
  const { place } = fact.evidence
  const statement = layerResult(situation.evaluation, layer)?.statements.find((one) => samePlace(one, place))
  return statement === undefined ? [] : requestChanges(situation, statement)
}

/** What makes a request pass that no policy can let through. */
const ofRefusal = (situation: Situation, { layer }: Answer): readonly Instruction[] => {
  const result = layer === 'none' ? null : layerResult(situation.evaluation, layer)
  const change = result === null ? null : refusalChangeIn(situation, result)
  if (change === null) return []
  return [{ sentence: change.says(situation.accessCase.request.action), commands: [], page: change.page }]
}

/** What a table says to do about the likeliest cause, where it is no statement that can be shown. */
const ofLikely = ({ basis, causes: [first] }: Answer): readonly Instruction[] =>
  basis === 'likely' && first !== undefined && Object.hasOwn(KNOWLEDGE, first.code) && first.statements.length === 0
    ? [ofCause(first)]
    : []

/** What of the request is to be changed in place of a policy, by a table. */
const ofRequestCauses = ({ causes }: Answer): readonly Instruction[] => {
  const rows = new Map<string, KnowledgeRow>(Object.entries(KNOWLEDGE))
  return causes.filter(({ code }) => rows.get(code)?.isOfRequest === true).map(ofCause)
}

/** The look that tells the causes apart. */
const ofQuestion = ({ question }: Answer): readonly Instruction[] =>
  question
    ? [
        {
          sentence: question.sentence,
          commands: question.command ? [{ ...question.command, is: 'run', of: null }] : [],
          page: question.page,
        },
      ]
    : []

const isNoPolicy = ({ layer }: Cause): boolean => layer === 'none'

/** Causes besides policies whose repair is told at most. */
const MOST_CAUSES = 2

/** What to do that changes no policy: before any change of one, or where none is the cause. */
export const answerInstructions = (situation: Situation, answer: Answer): readonly Instruction[] => {
  const setting = refusingSetting(situation)
  if (setting !== null) return ofSetting(situation, setting)
  if (answer.decision !== 'none') {
    const told = [
      ...ofQuestion(answer),
      ...ofRefusal(situation, answer),
      ...ofRequest(situation, answer),
      ...ofLikely(answer),
      ...ofRequestCauses(answer),
    ]
    return told.filter((one, i) => told.findIndex(({ sentence }) => sentence === one.sentence) === i)
  }
  if (answer.basis === 'open') return []
  const known = answer.causes.filter(isNoPolicy).slice(0, MOST_CAUSES).map(ofCause)
  const own = ofSituation(situation)
  // What the error says in its own words comes first.
  return isSaid(situation) ? [...own, ...known] : [...known, ...own]
}
