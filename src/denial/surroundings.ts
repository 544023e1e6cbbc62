import { findConfiguredWrites } from './configured-write'
import type { FoundCall } from './command-words'
import { changeBefore, findChanges } from './find-changes'
import { findHints, type Hint } from './find-hints'
import { findCodeCalls } from './read-code-call'
import { findCommands } from './read-command'
import { findCopyCommands } from './read-copy-command'
import { findDebugCalls } from './read-debug-call'
import { findHttpCommands } from './read-http-command'
import { findHttpRequests } from './read-http-request'
import { findTemplateCalls } from './read-template'
import type { DenialSentence } from './denial-sentence'

/** What stands near a refusal and tells what it is about. */
export interface Surroundings {
  /** The call that failed. */
  readonly call: FoundCall | null
  /** The hints between the refusals before and after. */
  readonly hints: readonly Hint[]
  /** The last change of permissions that the text shows before it, as it is written there. */
  readonly change: string | null
}

/** How far before or after a refusal its call may stand. */
const BEFORE = 4_000
const AFTER = 1_500

/** Calls that people make to explain an error: what failed is another one. */
const EXPLAINS: ReadonlySet<string> = new Set([
  'DecodeAuthorizationMessage',
  'GetCallerIdentity',
  'SimulateCustomPolicy',
  'SimulatePrincipalPolicy',
])

function findCalls(text: string, commands: readonly FoundCall[]): FoundCall[] {
  const calls = [
    ...findCodeCalls(text),
    ...findCopyCommands(text),
    ...findDebugCalls(text),
    ...findTemplateCalls(text),
    ...findHttpCommands(text),
    ...findHttpRequests(text),
  ].filter(({ range }) => !commands.some((one) => one.range[0] <= range[0] && range[0] < one.range[1]))
  const all = [...commands, ...calls]
  return [...all, ...(all.length === 0 ? findConfiguredWrites(text) : [])]
    .filter(({ operation }) => !EXPLAINS.has(operation))
    .sort((a, b) => a.range[0] - b.range[0])
}

/** Between a call and the one that took its place. */
const CHANGED = /\b(?:chang(?:ed|ing)|switched|replaced|instead|now|then|fixed)\b/i

/** The call at a place in the list, if it begins before the end, or the same operation as the text says that it was changed afterwards. */
function lastTried(text: string, calls: readonly FoundCall[], at: number, end: number): FoundCall | null {
  let last: FoundCall | null = null
  for (let i = at; ; i++) {
    const one = calls[i]
    if (one === undefined || one.range[0] >= end) return last
    const isChanged =
      last === null || (one.operation === last.operation && CHANGED.test(text.slice(last.range[1], one.range[0])))
    if (!isChanged) return last
    last = one
  }
}

/** The call that each of the refusals answers: the last before it, or else the first after it. Both lists are in order. */
function callsOf(
  text: string,
  calls: readonly FoundCall[],
  statements: readonly DenialSentence[],
): (FoundCall | null)[] {
  let next = 0
  return statements.map((statement, i) => {
    while (next < calls.length && (calls[next]?.range[0] ?? Infinity) < statement.start) next++
    const before = calls[next - 1]
    if (before && statement.start - before.range[1] <= BEFORE) return before
    const end = Math.min(statements[i + 1]?.start ?? Infinity, statement.end + AFTER)
    return lastTried(text, calls, next, end)
  })
}

/** The profile that a command is run with; null for what is no command of the CLI. */
const profileOf = (command: FoundCall | null): string | null => {
  const profile = command?.parameters.profile
  return command === null ? null : typeof profile === 'string' ? profile : 'default'
}

/** Was what a hint tells printed for another profile than that of the call? It says nothing of the call then. */
function isOfOtherProfile({ answers, range }: Hint, call: FoundCall | null, commands: readonly FoundCall[]): boolean {
  if (answers === undefined || call === null || !commands.includes(call)) return false
  const asked = commands.findLast((one) => one.operation === answers && one.range[0] < range[1])
  return asked !== undefined && profileOf(asked) !== profileOf(call)
}

/** What stands near each of the refusals, which are in order. */
export function surroundingsOf(text: string, statements: readonly DenialSentence[]): Surroundings[] {
  if (statements.length === 0) return []
  const commands = findCommands(text)
  const calls = findCalls(text, commands)
  const called = callsOf(text, calls, statements)
  const hints = findHints(text)
  const changes = findChanges(text, commands)
  const refused = new Set(called.flatMap((call) => call?.range[0] ?? []))
  let low = 0
  let command = 0
  const free = hints.filter(({ range }) => {
    while (command < calls.length && (calls[command]?.range[1] ?? 0) <= range[0]) command++
    return (calls[command]?.range[0] ?? Infinity) > range[0]
  })
  return statements.map(({ start }, i) => {
    const from = statements[i - 1]?.end ?? 0
    const to = statements[i + 1]?.start ?? text.length
    while (low < free.length && (free[low]?.range[0] ?? 0) < from) low++
    const near: Hint[] = []
    for (let at = low; at < free.length; at++) {
      const hint = free[at]
      if (!hint || hint.range[0] >= to) break
      near.push(hint)
    }
    const call = called[i] ?? null
    return {
      call,
      hints: near.filter((hint) => !isOfOtherProfile(hint, call, commands)),
      change: changeBefore(changes, start, refused)?.words ?? null,
    }
  })
}
