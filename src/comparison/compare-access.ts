import { hasWildcard } from '../iam/wildcard'
import { NO_REFERENCE, type Reference } from '../reference/reference'
import { ChangeCollector } from './collect-changes'
import { comparedStatements } from './compared-statements'
import type { AccessComparison, AccessQuestion, BeyondCode } from './comparison'
import { differenceOf, monotone } from './difference'
import { DifferenceSearch, type Found, type IsOver } from './difference-search'
import { isAnyMasked } from './doubts'
import { groundCompared, type GroundCompared } from './ground-compared'
import { keptActions } from './kept-actions'
import { ofOthers } from './layers-of-others'

/**
 * What a change of policies opens and what it takes away: requests that one side lets through and the other does not, each
 * found so by the evaluation of both sides, or that there is none. Never a guess: what was not tried is named in `beyond`.
 * Requests are tried by classes: those that match the same statements are decided alike. `isOver` ends the search: it is
 * asked now and then, and what was not tried is then beyond it.
 */
export function compareAccess(
  question: AccessQuestion,
  reference: Reference = NO_REFERENCE,
  isOver: IsOver = () => false,
): AccessComparison {
  const { before, after } = question
  const { statements, isOtherwiseBuilt, isUnreadable } = comparedStatements(before, after)
  const all = groundCompared(statements, question.areBlanksNames === true ? null : (question.holes ?? []))
  const found: Found = {
    opened: new ChangeCollector(all, 'after'),
    lost: new ChangeCollector(all, 'before'),
    same: new ChangeCollector(all, 'both'),
  }
  const unchanged = all.filter(({ side }) => side === 'both').length
  const beyond = new Set<BeyondCode>(isUnreadable ? ['unreadable-policy'] : [])
  const changed = new Set(all.flatMap(({ side }, i) => (side === 'both' ? [] : [i])))
  if (changed.size === 0 && !isOtherwiseBuilt && !isUnreadable) {
    const same = differenceOf(found.opened, new Set(), 'same-statements')
    return { opened: same, lost: same, same: { changes: [], unchanged, idle: [], kept: [] } }
  }
  if (all.some(({ ground }) => ground.isApproximate)) beyond.add('policy-variables')
  if (isAnyMasked([], all)) beyond.add('masked-text')
  const { onlyLess, onlyMore } = monotone(all)
  const searched = { question, all, changed: isOtherwiseBuilt ? null : changed, reference, found, beyond, isOver }
  new DifferenceSearch(searched).run()
  // With Block Public Access a statement less can let others in: the bucket is then not public any more.
  const isPlain = !isOtherwiseBuilt && !isUnreadable && question.facts?.s3RestrictPublicBuckets !== true
  const others = question.isOfCases === true ? ofOthers(question, (one) => compareAccess(one, reference, isOver)) : null
  return {
    opened: differenceOf(
      found.opened,
      new Set([...beyond, ...(others?.opened ?? [])]),
      isPlain && onlyLess ? 'only-less' : null,
    ),
    lost: differenceOf(
      found.lost,
      new Set([...beyond, ...(others?.lost ?? [])]),
      isPlain && onlyMore ? 'only-less' : null,
    ),
    same: {
      changes: found.same.changes,
      unchanged,
      idle: beyond.size > 0 ? [] : idleActions(all, found),
      kept: keptActions(all, question.layer ?? 'identity'),
    },
  }
}

/** Actions that only the new statements name, and of which no request passes by them. */
function idleActions(all: readonly GroundCompared[], { opened, same }: Found): readonly string[] {
  const named = all.flatMap(({ side, statement: { effect, action } }) =>
    side === 'after' && effect === 'Allow' && !action.not ? action.values.map(({ text }) => text) : [],
  )
  const passing = new Set([opened, same].flatMap(({ actions }) => actions.map((action) => action.toLowerCase())))
  return [...new Set(named)].filter((action) => !hasWildcard(action) && !passing.has(action.toLowerCase()))
}
