import { JSON_MESSAGES } from '../../text/json-messages'
import { parseJson } from '../../text/parse-json'
import type { Problem, Severity } from '../../text/problem'
import { createSource } from '../../text/source'
import type { Span } from '../../text/span'

/** What is wrong with a policy's text, in a sentence and with its line. */
export interface PolicyProblem {
  readonly code: string
  readonly severity: Severity
  readonly span: Span | null
  readonly line: number
  readonly sentence: string
}

const MESSAGES: Readonly<Record<string, string>> = JSON_MESSAGES

/** A sentence of a message table with its gaps filled. */
function fill(message: string, data: Problem['data']): string {
  return message.replace(/\{(\w+)\}/g, (gap, name: string) => String(data[name] ?? gap))
}

/** Everything wrong with a policy's text, in the order of the text. */
export function policyProblems(text: string): readonly PolicyProblem[] {
  const source = createSource(text)
  return parseJson(text)
    .problems.map(({ code, severity, span, data }) => ({
      code,
      severity,
      span,
      line: source.positionAt(span?.[0] ?? 0).line,
      sentence: fill(MESSAGES[code] ?? code, data),
    }))
    .toSorted((a, b) => (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0))
}
