import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from './clean-text'

const TEXT = '{\n  "a": [\n    "b",\n\n    "c - d"\n  ]\n}'
const lines = TEXT.split('\n')
const each = (decorate: (line: string, index: number) => string) => lines.map(decorate).join('\n')

describe('cleanText', () => {
  it.each([
    ['line numbers', each((line, i) => `${String(i + 9).padStart(4)}  ${line}`)],
    ['line numbers with a line beside them', each((line, i) => `${String(i + 9).padStart(4)} | ${line}`)],
    ['line numbers with a colon', each((line, i) => `${i + 1}:${line}`)],
    ['files and line numbers', each((line, i) => `iam/policy.json:${i + 40}:${line}`)],
    ['signs of a change', each((line) => `+${line}`)],
    ['signs in a plan', each((line) => `    + ${line}`)],
    ['quotation marks of a mail', each((line) => (line === '' ? '>' : `> ${line}`))],
    ['a box', each((line) => `│ ${line}`)],
    ['time stamps', each((line) => `2026-11-25T10:11:12.123Z INFO ${line}`)],
    ['time stamps of syslog', each((line) => `Nov 25 10:11:12 ip-10-0-0-1 app[12]: ${line}`)],
    ['the name of a container', each((line) => `web_1  | ${line}`)],
    ['a web page', `<pre><code class="json">${each((line) => `${line.replaceAll('"', '&quot;')}`)}</code></pre>`],
    ['colours of a terminal', each((line) => `\u001B[32m${line}\u001B[0m`)],
    ['numbers in a quoted mail', each((line, i) => `> ${i + 1}: ${line}`)],
  ])('takes away %s', (_, text) => {
    const bare = (value: string) => value.replaceAll(/\s+/g, '')
    expect(bare(cleanText(text).text)).toBe(bare(TEXT))
  })

  it('takes away what a change takes away', () => {
    const change = '@@ -1,3 +1,3 @@\n {\n-  "a": 1\n+  "a": 2\n }'
    expect(JSON.parse(cleanText(change).text)).toEqual({ a: 2 })
  })

  it.each([
    TEXT,
    'Statement:\n  - Effect: Allow\n    Action: sqs:*\n- Effect: Deny\n  Action: sqs:*',
    '2012-10-17\n{"a": 1}',
    'arn:aws:iam::<account-id>:role/<role>\narn:aws:iam::<p>:role/x',
    '1 apple\n3 pears',
    '{"a": "x > y",\n"b": "|"}',
  ])('leaves %j as it is', (text) => {
    expect(cleanText(text).text).toBe(text)
  })

  it('knows where a piece of the clean text stands in the source', () => {
    const source = each((line, i) => `> ${i + 1}: ${line.replaceAll('"', '&quot;')}</code>`)
    const { text, sourceSpan } = cleanText(source)
    const at = text.indexOf('c - d')
    expect(source.slice(...sourceSpan([at, at + 5]))).toBe('c - d')
  })

  it('gives places in the text, in order', () => {
    const piece = fc.constantFrom(
      '> ',
      '1: ',
      '2: ',
      '+ ',
      '+',
      '-',
      '<br>',
      '&quot;',
      '\n',
      '\r\n',
      '\u200B',
      '│ ',
      'a',
      '{"a": 1}',
      'INFO ',
      '</pre>',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = pieces.join('')
        const { text, sourceSpan } = cleanText(source)
        let last = 0
        for (let at = 0; at < text.length; at += 1) {
          const [start, end] = sourceSpan([at, at + 1])
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(source.length)
          last = start
        }
      }),
      { numRuns: 1_000 },
    )
  })
})
