import type { Range } from './mapped-text'
import { DENIAL_CODE, UNUSUAL_CODE, WRAPPERS, type Wrapper, type WrapperField } from './wrappers'
import { topicOfCode } from './topics'

const FIELDS: readonly WrapperField[] = ['operation', 'errorCode', 'requestId', 'service', 'action']

/** Masks: a request id of which nothing is left. */
const MASKED = /^(?:[xX*.\-_#?]+|<.*|\{.*|\[.*|null|nil|none|undefined|unknown|redacted|hidden|id)$/i

/** Whether a code in a loose place, such as a JSON key, is an error code at all. */
export function isErrorCode(code: string): boolean {
  return DENIAL_CODE.test(code) || topicOfCode(code) !== null
}

function fieldsOf(match: RegExpExecArray | RegExpMatchArray, rank: number): Wrapper['fields'] | null {
  const fields: Partial<Record<WrapperField, Range>> = {}
  for (const field of FIELDS) {
    const range = match.indices?.groups?.[field]
    const value = match.groups?.[field]
    if (!range || value === undefined || value === '') continue
    if (field === 'requestId' && MASKED.test(value)) continue
    if (field === 'errorCode' && rank >= 2 && !isErrorCode(value) && !UNUSUAL_CODE.test(value)) continue
    fields[field] = [range[0], range[1]]
  }
  return Object.keys(fields).length > 0 ? fields : null
}

/** Codes that stand somewhere in the text, without a key or a wrapper of their own. */
function codeWords(text: string): Wrapper[] {
  const found: Wrapper[] = []
  for (const match of text.matchAll(/\b(?:Client\.)?[A-Z][A-Za-z_]{5,60}(?:\.[A-Z]\w{3,60})?\b/g)) {
    if (!DENIAL_CODE.test(match[0]) && topicOfCode(match[0]) === null) continue
    const end = match.index + match[0].length
    found.push({
      name: 'code word',
      start: match.index,
      end,
      fields: { errorCode: [match.index, end] },
      side: 'near',
      reach: 600,
      rank: 4,
    })
  }
  return found
}

/** A response that succeeded has a request id too, which is not the one of the denial. */
function ofSuccess(text: string, end: number): boolean {
  return /^["',\s}]*(?:"|')?(?:HTTPStatusCode|httpStatusCode)["']?:\s*2\d\d/.test(text.slice(end, end + 60))
}

/** All that tools and SDKs wrote round the messages of the text, in order. */
export function findWrappers(text: string): Wrapper[] {
  const found: Wrapper[] = []
  for (const row of WRAPPERS) {
    if (row.hint !== undefined && !text.includes(row.hint)) continue
    for (const match of text.matchAll(row.pattern)) {
      const fields = fieldsOf(match, row.rank ?? 2)
      if (!fields) continue
      const end = match.index + match[0].length
      if (fields.requestId && ofSuccess(text, end)) continue
      if (
        row.name.startsWith('go v2') &&
        found.some((w) => w.name === 'go v2' && w.start <= match.index && end <= w.end)
      )
        continue
      found.push({
        name: row.name,
        start: match.index,
        end,
        fields,
        side: row.side,
        reach: row.reach,
        rank: row.rank ?? 2,
      })
    }
  }
  return [...found, ...codeWords(text)].sort((a, b) => a.start - b.start)
}
