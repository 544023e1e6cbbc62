import type {
  ElementResult,
  Evaluation,
  LayerResult,
  Requirement,
  SufficientCondition,
  StatementResult,
} from '../evaluation/evaluation'

/**
 * Why an evaluation decides as it does, in lines that a vector can assert: each layer that decides with its reason, then
 * the elements of its statements that decide. Of an allowed request these are the matching Allow statements, of an
 * explicit deny the statement that denies, of an implicit deny what kept each Allow from matching, and where it depends,
 * what is unknown.
 */
export function decisiveLines(evaluation: Evaluation): readonly string[] {
  return evaluation.layers
    .filter((layer) => decides(layer, evaluation))
    .flatMap((layer) => {
      const levels = (layer.levels ?? []).filter(({ status }) => status === layer.status)
      return [
        `${layer.layer} ${layer.reason}`,
        ...levels.map(({ target, reason }) => `  ${target} ${reason}`),
        ...[...new Set(layer.statements.flatMap((statement) => decisiveElements(statement, layer, evaluation)))],
      ]
    })
}

const GRANTING: ReadonlySet<string> = new Set(['identity', 'resource', 'trust'])

function decides({ layer, status }: LayerResult, { decision, layer: named }: Evaluation): boolean {
  const isOpen = status === 'depends' || status === 'notGiven'
  if (decision === 'allowed') return (status === 'allows' && GRANTING.has(layer)) || status === 'depends'
  return decision === 'depends' ? isOpen : layer === named
}

function decisiveElements(statement: StatementResult, layer: LayerResult, evaluation: Evaluation): readonly string[] {
  const { effect, matches, elements } = statement
  const said = (some: readonly ElementResult[]) => some.map((element) => `  ${effect}: ${elementLine(element)}`)
  if (matches === 'unknown') return layer.status === 'depends' ? said(elements.filter(isOpen)) : []
  switch (evaluation.decision) {
    case 'allowed':
      return effect === 'Allow' && matches === 'yes' ? said(elements.filter(isTelling)) : []
    case 'explicitDeny':
      return isDecisive(statement, evaluation) ? said(elements.filter(isTelling)) : []
    case 'implicitDeny':
      return effect === 'Allow' && matches === 'no' ? said(elements.filter((one) => one.matches === 'no')) : []
    case 'depends':
      return []
  }
}

const isDecisive = (statement: StatementResult, { decisive }: Evaluation): boolean =>
  decisive !== null &&
  statement.level === decisive.level &&
  statement.policy === decisive.policy &&
  statement.statement === decisive.statement

const isOpen = ({ matches }: ElementResult): boolean => matches === 'unknown'

/** Everything but an action or a resource that simply matches. */
const isTelling = ({ reason }: ElementResult): boolean => reason !== 'matches' && reason !== 'element-missing'

function elementLine({ element, operator, key, reason, values }: ElementResult): string {
  const name = operator === undefined ? element : `${operator} ${key}`
  const own = values.map((value) => value.reason).filter((one) => one !== reason)
  return `${name} ${reason}${own.length === 0 ? '' : ` (${own.join(', ')})`}`
}

/** Whether each statement applies, as far as is known, in lines that a vector can assert. */
export const statementLines = ({ layers }: Evaluation): readonly string[] =>
  layers.flatMap(({ layer, statements }) =>
    statements.map(
      ({ policyName, sid, statement, effect, openEffect, matches }) =>
        `${layer} ${policyName} ${sid ?? statement}: ${openEffect === true ? 'Allow or Deny' : effect} ${matches}`,
    ),
  )

/** What is said of every element of every statement, in lines that a vector can assert: whether it fits, why, and what the key has. */
export const elementLines = ({ layers }: Evaluation): readonly string[] =>
  layers.flatMap(({ statements }) =>
    statements.flatMap(({ effect, elements }) => elements.map((element) => `${effect}: ${wholeLine(element)}`)),
  )

function wholeLine({ element, operator, key, matches, reason, actual, isNever, values }: ElementResult): string {
  const name = operator === undefined ? element : `${operator} ${key}`
  const found = actual === undefined ? '' : ` of ${actual?.join(', ') ?? (isNever === true ? 'none, ever' : 'none')}`
  return `${name} ${matches} ${reason}${found} (${values.map((one) => `${one.text} ${one.matches} ${one.reason}`).join(', ')})`
}

/** What each layer does and why, with its levels, in lines that a vector can assert. */
export const layerLines = ({ layers }: Evaluation): readonly string[] =>
  layers.flatMap(({ layer, status, reason, needed, blocking, levels }) => [
    `${layer} ${status} ${reason}${needed ? ' needed' : ''}${blocking ? ' blocking' : ''}`,
    ...(levels ?? []).map((level) => `  ${level.target} ${level.status} ${level.reason}`),
  ])

/** What a sufficient condition asks, as a line that a vector can assert. */
export const sufficientConditionLine = ({ decision, requirements }: SufficientCondition): string =>
  `${decision} if ${requirements.map(requirementText).join(' and ')}`

function requirementText(one: Requirement): string {
  switch (one.kind) {
    case 'layer':
      return `${one.layer} ${one.status}`
    case 'key':
      return `${one.key} ${one.holds ? '' : 'not '}${one.operator} ${one.values.join('|')}`
    case 'hole':
      return `${one.part === null ? '' : `${one.part}: `}${one.text} ${one.holds ? '' : 'not '}${one.operator} ${one.values.join('|')}`
    case 'statement':
      return `${one.hole} ${one.applies ? 'applies' : 'does not apply'}`
    case 'caller':
      return `caller ${one.is}`
  }
}
