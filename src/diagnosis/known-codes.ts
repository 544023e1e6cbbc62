import { wordsOfCommand } from '../text/command-text'
import { FINDING_PAGES } from '../explanation/findings/finding-pages'
import { withBlanks } from '../explanation/words/row-phrase'
import { SITUATION_ANSWERS } from '../facts/situations/situation-answers'
import { SITUATIONS } from '../facts/situations/situations'
import { exampleOfShape } from '../facts/situations/example-of-shape'
import { CALL_FACTS } from '../facts/calls/call-facts'
import { ARN_TRAPS } from '../knowledge/arn-traps'
import { COMPARED_VALUES } from '../knowledge/compared-values'
import { CONDITION_TRAPS } from '../knowledge/condition-traps'
import { KNOWLEDGE } from '../knowledge/likely-causes'
import { ROW_MESSAGES } from '../knowledge/row-messages'
import { LINKED_ROLE_ROWS } from '../knowledge/linked-roles'
import { TOKEN_FORMS } from '../knowledge/token-forms'
import { TOKEN_TRAPS } from '../knowledge/token-traps'
import { CHECK_MESSAGES } from '../policy/checks/check-messages'
import { didYouMean } from '../reference/did-you-mean'
import { own } from '../text/own'
import { commandLine } from '../text/shell-quote'
import { CODE_PAGES } from './code-pages'

/** What is known under a code, as plain data. What differs from case to case stands in angle brackets. */
export interface KnownCode {
  readonly code: string
  /** What holds in general; never a claim about a case. Code stands in backticks. */
  readonly says: string
  /** The command that shows whether it is so, or where to look; empty where neither is known. */
  readonly check: string
  readonly fix: string
  /** An error that it explains; null where none is known. */
  readonly example: string | null
  readonly page: string | null
  /** What it is about, where a lesson teaches that; null where none does. */
  readonly kind: CodeKind | null
}

/** What causes are about: the tables that they are rows of. */
export type CodeKind = 'call' | 'condition' | 'arn' | 'token' | 'linked-role'

const KINDS: readonly (readonly [CodeKind, object])[] = [
  ['call', CALL_FACTS],
  ['condition', CONDITION_TRAPS],
  ['condition', COMPARED_VALUES],
  ['arn', ARN_TRAPS],
  ['token', TOKEN_TRAPS],
  ['token', TOKEN_FORMS],
  ['linked-role', LINKED_ROLE_ROWS],
]

const kindOf = (code: string): CodeKind | null => KINDS.find(([, table]) => Object.hasOwn(table, code))?.[0] ?? null

type Lookup = (code: string) => Omit<KnownCode, 'code' | 'kind'> | null

/** A command whose gaps are blanks, as it is read: nobody runs it with them. */
const commandText = (command: string | null | undefined): string =>
  command
    ? `\`${wordsOfCommand(command)
        .map((word) => (/\{\w+\}/.test(word) ? withBlanks(word) : commandLine([word], 'bash')))
        .join(' ')}\``
    : ''

/** Where codes of answers come from. */
const LOOKUPS: readonly Lookup[] = [
  (code) => {
    const answer = own(SITUATION_ANSWERS, code)
    if (!answer) return null
    const [first] = answer.changes
    return {
      says: withBlanks(`${answer.title} ${answer.means}`),
      check: commandText(answer.check),
      fix: withBlanks(first.says),
      example: exampleOfShape(own(SITUATIONS, code)),
      page: first.page ?? null,
    }
  },
  (code) => {
    const row = own(KNOWLEDGE, code)
    const words = own(ROW_MESSAGES, code)
    if (!row || !words) return null
    return {
      says: withBlanks(words.says),
      check: commandText(row.check),
      fix: withBlanks(words.fix),
      example: null,
      page: row.page,
    }
  },
  (code) => {
    const page = own(CODE_PAGES, code)
    return page ? { ...page, example: null } : null
  },
  (code) => {
    const check = own(CHECK_MESSAGES, code)
    return check ? { says: withBlanks(check.sentence), check: '', fix: '', example: null, page: check.page } : null
  },
  (code) => {
    const page = own(FINDING_PAGES, code)
    return page ? { says: '', check: '', fix: '', example: null, page } : null
  },
]

/** What is known under a code; null where it is none. */
export function knownCode(code: string): KnownCode | null {
  const found = LOOKUPS.reduce<ReturnType<Lookup>>((before, look) => before ?? look(code), null)
  return found && { code, ...found, kind: kindOf(code) }
}

/** The codes nearest to what was written. */
export const nearestCodes = (code: string): readonly string[] =>
  didYouMean(
    code,
    [KNOWLEDGE, SITUATION_ANSWERS, CODE_PAGES, CHECK_MESSAGES, FINDING_PAGES].flatMap((table) => Object.keys(table)),
    1,
  )
