import { describe, expect, it } from 'vitest'
import { completedDocument, formattedDocument } from './complete-document'

const STATEMENT = { Effect: 'Allow', Action: 'sqs:*', Resource: '*' }
const shown = JSON.stringify({ Version: '2012-10-17', Statement: [STATEMENT] }, null, 2)

describe('a document in the editor', () => {
  it('is laid out where it came on one line', () => {
    expect(formattedDocument(JSON.stringify(JSON.parse(shown)))).toBe(shown)
    expect(formattedDocument(shown)).toBeNull()
    expect(formattedDocument('{"Statement": [,]}')).toBeNull()
    expect(formattedDocument('')).toBeNull()
  })

  it('is completed from a statement, from members, and from what is no JSON', () => {
    const statement = JSON.stringify(STATEMENT)
    for (const text of [
      statement,
      `${statement},`,
      statement.slice(1, -1),
      `{Version: '2012-10-17', Statement: [${statement},]`,
    ])
      expect(completedDocument(text)).toBe(shown)
    for (const text of [shown, '', 'no policy', '{"a": 1}']) expect(completedDocument(text)).toBeNull()
  })
})
