import type { MessageData } from '../text/message-text'
import type { CASE_MESSAGES, CaseProblem, CaseProblemCode } from './case-messages'

/** Collects what is wrong with a case; an error makes it unfit to be judged. */
export class CaseProblems {
  readonly list: CaseProblem[] = []
  readable = true

  error<Code extends CaseProblemCode>(code: Code, ...[data]: MessageData<(typeof CASE_MESSAGES)[Code]>): void {
    this.readable = false
    this.list.push({ code, severity: 'error', span: null, data: data ?? {} })
  }

  warn<Code extends CaseProblemCode>(code: Code, ...[data]: MessageData<(typeof CASE_MESSAGES)[Code]>): void {
    this.list.push({ code, severity: 'warning', span: null, data: data ?? {} })
  }
}

/** What a value is, in words for a sentence. */
export function valueInWords(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  return typeof value === 'string' ? 'a text' : typeof value === 'number' ? 'a number' : 'a Boolean'
}

/** A text, shortened for a sentence. */
export const shorten = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text)
