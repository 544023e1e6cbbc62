import type { CaseProblem, CaseProblemCode } from './case-messages'

/** Collects what is wrong with a case; an error makes it unfit to be judged. */
export class CaseProblems {
  readonly list: CaseProblem[] = []
  readable = true

  error(code: CaseProblemCode, data: CaseProblem['data'] = {}): void {
    this.readable = false
    this.list.push({ code, severity: 'error', span: null, data })
  }

  warn(code: CaseProblemCode, data: CaseProblem['data'] = {}): void {
    this.list.push({ code, severity: 'warning', span: null, data })
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
