import type { StatementJson } from './fixes/least-statement'
import { fill, hasGaps, observe } from '../knowledge/observe'
import type { Clue, Facts, NeededStatement } from '../knowledge/knowledge'
import { topKnownCauses, ROW_MESSAGES } from '../knowledge/likely-causes'
import { CLUE_MESSAGES } from '../knowledge/messages/clues'
import type { LikelyCause } from './explanation'
import { type Words, code, join, type Phrase } from './words'
import type { Situation } from './situation'
import { literal } from './steps/script'

const GAP = /\{([a-z]{1,30})\}/gi

const CODE = /`([^`]{1,400})`|\{[a-z]{1,30}\}/gi

/** A sentence of the tables as a phrase: what stands in backticks, and what fills a gap, is code. */
const phrase = (template: string, facts: Facts): Phrase => {
  const parts: (string | Words)[] = []
  let from = 0
  for (const { 0: whole, 1: quoted, index } of template.matchAll(CODE)) {
    parts.push(template.slice(from, index), code(withBlanks(fill(quoted ?? whole, facts))))
    from = index + whole.length
  }
  return join(...parts, template.slice(from))
}

/** Gaps that nothing fills as blanks with a name, as in every other statement: `{ownerId}` is `<owner id>`. */
const withBlanks = (text: string): string =>
  text.replace(GAP, (_, name: string) => `<${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}>`)

const clueWords = ({ kind, text }: Clue): Phrase => phrase(CLUE_MESSAGES[kind], { text })

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
    sentence: phrase(ROW_MESSAGES[cause.id].says, cause.facts),
    speaksFor: cause.for.map(clueWords),
    speaksAgainst: cause.against.map(clueWords),
    check: cause.check === null || cause.check.some(hasGaps) ? null : literal(cause.check),
    remedy: phrase(ROW_MESSAGES[cause.id].fix, cause.facts),
    statements: cause.fix.statements.map(statementJson),
    page: cause.page,
  }))
}
