import type { DenialSentence } from './denial-sentence'
import { TOPICS, topicOfCode, type TopicCode } from './topics'
import type { Wrapper } from './wrapper'

const statementOf = (row: string, topic: TopicCode, start: number, end: number): DenialSentence => ({
  row,
  start,
  end,
  pieces: {},
  decision: 'unknown',
  layer: 'unknown',
  topic,
})

/** An error whose code is in no table, when its frame says for certain that it is one. */
function unknownError(wrappers: readonly Wrapper[]): DenialSentence[] {
  const code = wrappers.find((wrapper) => wrapper.rank === 0 && wrapper.fields.errorCode)?.fields.errorCode
  return code ? [statementOf('unknown code', 'other-error', ...code)] : []
}

/** The errors of the text that are no denials: of each topic the first, in the order of the table. */
export function findTopics(text: string, wrappers: readonly Wrapper[]): DenialSentence[] {
  const byCode = new Map<TopicCode, DenialSentence & { readonly rank: number }>()
  for (const { fields, rank } of wrappers) {
    if (!fields.errorCode) continue
    const topic = topicOfCode(text.slice(...fields.errorCode))
    if (topic === null || (byCode.get(topic)?.rank ?? Infinity) <= rank) continue
    byCode.set(topic, { ...statementOf('topic code', topic, ...fields.errorCode), rank })
  }
  const known = TOPICS.flatMap(({ code, pattern, ofDenial }) => {
    const at = pattern && !ofDenial ? text.search(pattern) : -1
    const words = at < 0 ? [] : [statementOf('topic', code, at, at + 1)]
    const named = byCode.get(code)
    return named ? [...words, named] : words
  })
  return known.length > 0 ? known : unknownError(wrappers)
}
