import { message } from '../text/message'
import { code, codes, sentence, type Phrase } from '../text/phrase'
import type { AccessChange, AccessComparison, ChangeGrounds } from './comparison'
import {
  ACTION_WORDS,
  ACCESS_CHECK_MESSAGES,
  CHANGE_MESSAGES,
  COMPARISON_HEADLINES,
  FREED_MESSAGE,
  IDLE_MESSAGE,
  OUTSIDE_MESSAGES,
  RESOURCE_WORDS,
} from './comparison-messages'
import { ANY_OTHER_SERVICE, namedActions } from './named-actions'
import { outsideAccess } from './outside-access'
import { differencesOf } from './whole-difference'
import { ESCALATIONS, type Escalation } from '../facts/escalations'
import type { AccessCheck } from './access-checks'

/** A change in words. */
export interface DescribedChange {
  readonly kind: 'new' | 'lost'
  readonly sentence: Phrase
  readonly change: AccessChange
  /** What new access leads to. */
  readonly leadsTo: readonly Escalation[]
}

/** A comparison in words. */
export interface DescribedComparison {
  readonly headline: Phrase
  /** Whom from outside new access reaches: public access first; none where it reaches nobody. */
  readonly outside: readonly Phrase[]
  readonly changes: readonly DescribedChange[]
  /** What both versions allow, of what changed statements are about. */
  readonly same: readonly Phrase[]
  /** What looks new and is not. */
  readonly idle: readonly Phrase[]
}

/** What new actions lead to, alone or together with what else is allowed then: ways that need one of them, the mightiest first. */
function escalationsOf(actions: readonly string[], held: ReadonlySet<string>): readonly Escalation[] {
  const own = new Set(actions)
  const found = ESCALATIONS.filter(
    (row) => row.actions.some((action) => own.has(action)) && row.actions.every((action) => held.has(action)),
  )
  return found.toSorted((one, other) => Number(one.to === 'resource') - Number(other.to === 'resource'))
}

const actionsOf = (changes: readonly AccessChange[]): readonly string[] => changes.flatMap(({ actions }) => actions)

const things = (count: number): string => (count === 1 ? '1 thing' : `${count} things`)

/** Actions in words: those that have a name, or all others of their services. */
export function changedActions(actions: readonly string[]): Phrase {
  const { named, othersOf } = namedActions(actions)
  // A pattern that covers all the others is not told beside them.
  if (named.includes('*')) return message(ACTION_WORDS.all)
  if (named.length > 0) return codes(named, 'and', 3)
  if (othersOf.includes(ANY_OTHER_SERVICE)) return message(ACTION_WORDS.any)
  return message(ACTION_WORDS.others, { services: codes(othersOf, 'and', 3) })
}

/** Resources in words. */
export function changedResources({ resources, except }: Pick<ChangeGrounds, 'resources' | 'except'>): Phrase {
  if (!resources.includes('*')) return codes(resources, 'and', 3)
  return except.length === 0
    ? message(RESOURCE_WORDS.every)
    : message(RESOURCE_WORDS.except, { except: codes(except, 'and', 3) })
}

/** What is new or lost, and why: another resource, a condition less, a Deny. */
function changeWords({ actions, grounds }: AccessChange, kind: 'new' | 'lost', isElsewhere: boolean): Phrase {
  const { elsewhere, heldBackBy, isStopped } = grounds
  const of = { actions: changedActions(actions), resources: changedResources(grounds) }
  const isLost = kind === 'lost'
  if (isElsewhere) return message(CHANGE_MESSAGES[isLost ? 'if-allowed-elsewhere-lost' : 'if-allowed-elsewhere'], of)
  if (isStopped) return message(CHANGE_MESSAGES[isLost ? 'past-deny-lost' : 'past-deny'], of)
  if (heldBackBy.length > 0)
    return message(CHANGE_MESSAGES[isLost ? 'without-condition-lost' : 'without-condition'], {
      ...of,
      keys: codes(heldBackBy, 'and', 3),
    })
  if (elsewhere.length > 0)
    return message(CHANGE_MESSAGES[isLost ? 'beyond-resource-lost' : 'beyond-resource'], {
      ...of,
      elsewhere: codes(elsewhere, 'and', 3),
    })
  return message(CHANGE_MESSAGES['on-resource'], of)
}

/** Says access that is new, or lost, in words. */
export function describeChanges(
  changes: readonly AccessChange[],
  kind: 'new' | 'lost',
  allowed: readonly string[] = [],
  isElsewhere = false,
): readonly DescribedChange[] {
  const held = new Set([...allowed, ...actionsOf(changes)])
  return changes.map((change) => ({
    kind,
    change,
    sentence: sentence(changeWords(change, kind, isElsewhere)),
    leadsTo: kind === 'new' ? escalationsOf(change.actions, held) : [],
  }))
}

function headlineOf(comparison: AccessComparison): Phrase {
  const { opened, lost } = comparison
  const countOf = (kind: 'opened' | 'lost') => differencesOf(comparison, kind).flatMap(({ changes }) => changes).length
  const [isNew, isLost] = [countOf('opened'), countOf('lost')]
  if (isNew > 0 && isLost > 0) return message(COMPARISON_HEADLINES.both, { new: things(isNew), lost: things(isLost) })
  if (isNew > 0) return message(COMPARISON_HEADLINES.opens, { new: things(isNew) })
  if (opened.outcome === 'cannot-say') return message(COMPARISON_HEADLINES.unsure)
  if (isLost > 0) return message(COMPARISON_HEADLINES.loses, { lost: things(isLost) })
  return message(lost.outcome === 'cannot-say' ? COMPARISON_HEADLINES.unsure : COMPARISON_HEADLINES.same)
}

function outsideOf(comparison: AccessComparison): readonly Phrase[] {
  const { isPublic, isConditional, accounts } = outsideAccess(comparison)
  return [
    ...(isPublic ? [message(OUTSIDE_MESSAGES.public)] : []),
    ...(isConditional ? [message(OUTSIDE_MESSAGES.conditional)] : []),
    ...(accounts.length > 0 ? [message(OUTSIDE_MESSAGES.accounts, { accounts: codes(accounts, 'and', 3) })] : []),
  ]
}

/** Says a comparison in words, what reaches the widest callers first, new before lost. */
export const describeComparison = (comparison: AccessComparison): DescribedComparison => ({
  headline: headlineOf(comparison),
  outside: outsideOf(comparison),
  changes: [
    ...describeChanges(comparison.opened.changes, 'new', [
      ...comparison.same.kept,
      ...actionsOf(comparison.same.changes),
    ]),
    ...describeChanges(comparison.denies?.opened.changes ?? [], 'new', [], true),
    ...describeChanges(comparison.lost.changes, 'lost'),
    ...describeChanges(comparison.denies?.lost.changes ?? [], 'lost', [], true),
  ],
  same: comparison.same.changes.map(({ actions, grounds }) =>
    sentence(
      message(CHANGE_MESSAGES['on-resource'], {
        actions: changedActions(actions),
        resources: changedResources(grounds),
      }),
    ),
  ),
  idle: comparison.same.idle.map((action) => message(IDLE_MESSAGE, { action: code(action) })),
})

/** A witness as one line: "s3:GetObject on arn:aws:s3:::logs/a". */
export const witnessWords = ({ witness: { request } }: AccessChange): Phrase => [
  code(request.action),
  { text: ' on ' },
  code(request.resource),
]

/** A check in words, with the first request that it fails by. */
export function checkSentence({ id, result, changes: [first] }: AccessCheck): Phrase {
  if (id === 'no-new-access' && result === 'cannot-say' && first !== undefined)
    return message(FREED_MESSAGE, { request: witnessWords(first) })
  if (result === 'fails' && first !== undefined)
    return message(ACCESS_CHECK_MESSAGES[id].fails, { request: witnessWords(first) })
  return message(ACCESS_CHECK_MESSAGES[id][result === 'passes' ? 'passes' : 'unsure'])
}
