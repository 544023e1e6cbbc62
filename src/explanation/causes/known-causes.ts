import type { StatementJson } from './least-statement'
import { hasGaps, observe } from '../../knowledge/observe'
import type { Clue, NeededStatement } from '../../knowledge/knowledge'
import { topKnownCauses, ROW_MESSAGES } from '../../knowledge/likely-causes'
import { CLUE_MESSAGES } from '../../knowledge/messages/clues'
import type { LikelyCause } from '../explanation'
import { rowPhrase, withBlanks } from '../words/row-phrase'
import type { Phrase } from '../../text/phrase'
import type { Situation } from '../situation'
import { literal } from '../steps/script'

const clueWords = ({ kind, text }: Clue): Phrase => rowPhrase(CLUE_MESSAGES[kind], { text })

const statementJson = ({ effect, principal, actions, resource, condition }: NeededStatement): StatementJson => {
  const statement = {
    Effect: effect,
    ...(principal && { Principal: principal }),
    Action: actions.length === 1 ? actions[0] : actions,
    ...(resource !== undefined && { Resource: resource }),
    ...(condition && { Condition: condition }),
  }
  return JSON.parse(JSON.stringify(statement), (_, value: unknown) =>
    typeof value === 'string' ? withBlanks(value) : value,
  ) as StatementJson
}

/** What can have caused the denial besides what the policies here show, the likeliest first. */
export const explainCauses = ({
  accessCase,
  denial,
  error,
  evaluation,
  isChanged,
}: Situation): readonly LikelyCause[] => {
  const told = denial ?? error ?? null
  if (told === null || isChanged === true) return []
  return topKnownCauses(observe(accessCase, told, evaluation.context)).map((cause) => ({
    code: cause.id,
    layer: cause.layer,
    decision: cause.decision,
    strength: cause.strength,
    sentence: rowPhrase(ROW_MESSAGES[cause.id].says, cause.facts),
    speaksFor: cause.for.map(clueWords),
    speaksAgainst: cause.against.map(clueWords),
    check: cause.check === null || cause.check.some(hasGaps) ? null : literal(cause.check),
    remedy: rowPhrase(ROW_MESSAGES[cause.id].fix, cause.facts),
    statements: cause.fix.statements.map(statementJson),
    ...(cause.fix.run && { run: literal(cause.fix.run.map(withBlanks)) }),
    page: cause.page,
  }))
}
