import type { MessageData } from '../text/message-text'
import type { JsonNode } from '../text/json-node'
import type { Severity } from '../text/problem'
import type { Span } from '../text/span'
import { placeholdersIn } from './placeholders'
import type { POLICY_MESSAGES, PolicyProblem, PolicyProblemCode } from './policy-messages'

type DataOf<Code extends PolicyProblemCode> = MessageData<(typeof POLICY_MESSAGES)[Code]>

/** Collects what is wrong with one policy; a fatal problem is one for which AWS would not accept the document. */
export class PolicyProblems {
  readonly list: PolicyProblem[] = []
  valid = true
  /** How many fatal problems were found so far. */
  fatalities = 0

  /** The document would be rejected. */
  fatal<Code extends PolicyProblemCode>(code: Code, span: Span | null, ...[data]: DataOf<Code>): void {
    this.valid = false
    this.fatalities++
    this.note('error', code, span, data ?? {})
  }

  /** The document works, but not as it reads. */
  warn<Code extends PolicyProblemCode>(code: Code, span: Span | null, ...[data]: DataOf<Code>): void {
    this.note('warning', code, span, data ?? {})
  }

  /** A text with something that a template leaves open may be anything, so its document says nothing yet. */
  placeholders(text: string, span: Span | null): void {
    if (!text.includes('${')) return
    for (const name of placeholdersIn(text)) this.fatal('placeholder-not-filled', span, { text: `\${${name}}` })
  }

  private note(severity: Severity, code: PolicyProblemCode, span: Span | null, data: PolicyProblem['data']): void {
    this.list.push({ code, severity, span, data })
  }
}

const KINDS: Readonly<Record<JsonNode['kind'], string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'a Boolean',
  null: 'null',
  array: 'a list',
  object: 'an object',
}

/** What a JSON value is, in words for a sentence. */
export const kindInWords = (kind: JsonNode['kind']): string => KINDS[kind]
