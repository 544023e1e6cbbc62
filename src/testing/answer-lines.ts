import { sufficientConditionLine } from './decisive-lines'
import type { ElementResult, Evaluation, StatementResult } from '../evaluation/evaluation'

/** An answer in a few lines of text, complete enough that any change of it shows: what the recorded answers hold. */
export function answerLines(evaluation: Evaluation): readonly string[] {
  const { decision, layer, blocking, relation, limits, dependsOn, sufficientConditions, decisive, context, problems } =
    evaluation
  const lines = [
    `${decision} ${layer} [${blocking.join()}] ${relation} ${decisive === null ? '-' : Object.values(decisive).join('/')}`,
  ]
  for (const one of evaluation.layers) {
    if (one.status === 'none' && one.needed && !one.blocking) continue
    const levels = (one.levels ?? []).map((level) => `${level.target}=${level.status}:${level.reason}`).join(' ')
    lines.push(
      `${one.layer} ${one.lane} ${one.status} ${one.reason}${one.needed ? '' : ' not-needed'}${one.blocking ? ' blocking' : ''} ${levels}`.trim(),
    )
    for (const statement of one.statements) lines.push(statementLine(statement))
  }
  if (dependsOn.keys.length + dependsOn.layers.length > 0)
    lines.push(`depends on ${dependsOn.keys.join()} ${dependsOn.layers.join()}`)
  for (const one of sufficientConditions) lines.push(sufficientConditionLine(one))
  if (limits.length > 0) lines.push(`limits ${limits.join()}`)
  if (problems.length > 0)
    lines.push(
      `problems ${problems.map(({ code, span }) => `${code}${span === null ? '' : `@${span.join('-')}`}`).join()}`,
    )
  const derived = context.filter(({ origin }) => origin === 'derived')
  lines.push(`derived ${derived.map(({ key, values }) => `${key}=${values?.join('|') ?? 'absent'}`).join(' ')}`)
  return lines
}

const statementLine = ({ level, policy, statement, effect, matches, elements, stoppedAt }: StatementResult): string =>
  `  ${level ?? '-'}/${policy}/${statement} ${effect} ${matches}${stoppedAt === undefined ? '' : ' stopped'}: ${elements.map(elementText).join('; ')}`

function elementText({ element, key, operator, matches, reason, values, actual }: ElementResult): string {
  const of =
    key === undefined
      ? element
      : `${operator} ${key} (${actual === undefined ? 'unknown' : (actual?.join('|') ?? 'absent')})`
  return `${of} ${matches} ${reason} {${values.map((value) => `${value.matches} ${value.reason}`).join(', ')}}`
}
