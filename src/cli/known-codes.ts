import { SITUATION_ANSWERS } from '../facts/situations/situation-answers'
import { FINDING_PAGES } from '../explanation/findings/finding-pages'
import { KNOWLEDGE, ROW_MESSAGES } from '../knowledge/likely-causes'
import { CHECK_MESSAGES } from '../policy/checks/check-messages'
import { didYouMean } from '../reference/did-you-mean'
import { own } from '../text/own'

/** What is known under a code, as plain data. */
export interface KnownCode {
  readonly code: string
  /** What holds in general; never a claim about a case. */
  readonly says: string
  readonly fix: string
  readonly page: string | null
}

type Lookup = (code: string) => KnownCode | null

/** Where codes of answers come from. */
const LOOKUPS: readonly Lookup[] = [
  (code) => {
    const row = own(KNOWLEDGE, code)
    const words = own(ROW_MESSAGES, code)
    return row && words ? { code, says: words.says, fix: words.fix, page: row.page } : null
  },
  (code) => {
    const answer = own(SITUATION_ANSWERS, code)
    if (!answer) return null
    const [first] = answer.changes
    return { code, says: `${answer.title} ${answer.means}`, fix: first.says, page: first.page ?? null }
  },
  (code) => {
    const check = own(CHECK_MESSAGES, code)
    return check ? { code, says: check.sentence, fix: '', page: check.page } : null
  },
  (code) => {
    const page = own(FINDING_PAGES, code)
    return page ? { code, says: '', fix: '', page } : null
  },
]

/** What is known under a code; null where it is none. */
export const knownCode = (code: string): KnownCode | null =>
  LOOKUPS.reduce<KnownCode | null>((found, look) => found ?? look(code), null)

/** The codes nearest to what was written. */
export const nearestCodes = (code: string): readonly string[] =>
  didYouMean(
    code,
    [KNOWLEDGE, SITUATION_ANSWERS, CHECK_MESSAGES, FINDING_PAGES].flatMap((table) => Object.keys(table)),
    1,
  )
