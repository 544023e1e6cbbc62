import type { CasePolicies, CasePolicy } from '../case/access-case'
import { levelsOf, policiesIn } from '../case/layer-policies'
import type { StatementRef } from '../case/policy-ref'
import { CASE_LAYERS, hasLevels, LAYERS, type CaseLayer } from '../iam/layers'
import { parsePolicy } from '../policy/parse-policy'
import type { Statement } from '../policy/policy'

/** On which side of a comparison a statement stands; what stands on both decides alike on both. */
export type ComparedSide = 'before' | 'after' | 'both'

/** A statement of the policies that are compared. */
export interface ComparedStatement {
  readonly side: ComparedSide
  readonly layer: CaseLayer
  readonly statement: Statement
  /** Are variables of the policy language replaced in it? */
  readonly variablesOn: boolean
  readonly place: StatementRef & { readonly layer: CaseLayer }
}

/** The statements of both sides, and what of them cannot be compared. */
export interface ComparedStatements {
  readonly statements: readonly ComparedStatement[]
  /** A layer, or a level of one, has policies on one side alone: what it lets through changes as a whole. */
  readonly isOtherwiseBuilt: boolean
  /** A policy or statement of either side cannot be read. */
  readonly isUnreadable: boolean
}

interface Read {
  readonly container: string
  readonly identity: string
  readonly compared: Omit<ComparedStatement, 'side'>
}

/** What a statement says, without what only names it. */
const identityOf = ({ sid: _sid, index: _index, ...said }: Statement, variablesOn: boolean): string =>
  JSON.stringify([said, variablesOn], (key, value: unknown) => (/span$/i.test(key) ? undefined : value))

interface Reading {
  readonly read: readonly Read[]
  readonly containers: readonly string[]
  readonly isUnreadable: boolean
}

function readSide(policies: CasePolicies): Reading {
  const read: Read[] = []
  const containers: string[] = []
  let isUnreadable = false
  const take = (layer: CaseLayer, level: number | null, list: readonly CasePolicy[]): void => {
    const container = `${layer} ${level ?? ''}`
    containers.push(container)
    list.forEach(({ document }, policy) => {
      const { statements, valid, version } = parsePolicy(document, layer)
      if (!valid) isUnreadable = true
      for (const statement of statements) {
        if (statement.broken === true || statement.open !== undefined) isUnreadable = true
        const variablesOn = version === '2012-10-17'
        const place = { layer, level, policy, statement: statement.index }
        read.push({
          container,
          identity: identityOf(statement, variablesOn),
          compared: { layer, statement, variablesOn, place },
        })
      }
    })
  }
  for (const layer of CASE_LAYERS) {
    if (policies[LAYERS[layer].key] === undefined) continue
    if (hasLevels(layer)) levelsOf(policies, layer).forEach((one, level) => take(layer, level, one.policies))
    else take(layer, null, policiesIn(policies, { layer, level: null }))
  }
  return { read, containers, isUnreadable }
}

/** Reads the policies of both sides: statements that are equal in one place of both are taken for one. */
export function comparedStatements(before: CasePolicies, after: CasePolicies): ComparedStatements {
  const first = readSide(before)
  const second = readSide(after)
  const open = new Map<string, number>()
  const keyOf = ({ container, identity }: Read): string => `${container}\n${identity}`
  for (const one of second.read) open.set(keyOf(one), (open.get(keyOf(one)) ?? 0) + 1)
  const statements: ComparedStatement[] = []
  const shared = new Set<string>()
  for (const one of first.read) {
    const key = keyOf(one)
    const isShared = open.has(key)
    if (isShared) shared.add(key)
    statements.push({ ...one.compared, side: isShared ? 'both' : 'before' })
  }
  // Twice the same statement is the statement.
  for (const one of second.read) if (!shared.has(keyOf(one))) statements.push({ ...one.compared, side: 'after' })
  return {
    statements,
    isOtherwiseBuilt: first.containers.join('\n') !== second.containers.join('\n'),
    isUnreadable: first.isUnreadable || second.isUnreadable,
  }
}
