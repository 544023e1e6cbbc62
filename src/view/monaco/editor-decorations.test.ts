import { describe, expect, it } from 'vitest'
import { NO_ANNOTATIONS, type Annotations } from '../../diagnosis/annotations'
import { marksOf, remarksOf } from './editor-decorations'
import { createRemarkStyles } from './remark-styles'

const text = '{\n  "Statement": [{\n    "Effect": "Deny",\n    "Action": "*"\n  }]\n}'
const statement = [text.indexOf('[{') + 1, text.indexOf('}]') + 1] as const
const action = [text.indexOf('"Action"'), text.indexOf('\n  }]')] as const

const annotations: Annotations = {
  signs: [{ span: statement, sign: 'denies', hover: 'This *denies*.' }],
  remarks: [
    { span: statement, text: 'denies this request', tone: 'deny' },
    { span: action, text: 'covers "s3:GetObject"', tone: 'deny' },
  ],
  tints: [{ span: statement, tone: 'deny' }],
  underlines: [{ span: action, tone: 'deny', hover: 'covers it' }],
}

describe('marksOf', () => {
  it('puts the sign on the first line that holds more of a statement than its brace', () => {
    const [sign, tint, underline] = marksOf(text, annotations)
    expect(sign?.range.startLineNumber).toBe(3)
    expect(sign?.options.glyphMarginHoverMessage?.value).toBe(String.raw`This \*denies\*\.`)
    expect([tint?.range.startLineNumber, tint?.range.endLineNumber]).toEqual([3, 5])
    expect(underline?.range).toEqual({ startLineNumber: 4, startColumn: 5, endLineNumber: 4, endColumn: 18 })
  })

  it('leaves a statement of one line on its line', () => {
    const line = '{"Statement":[{"Effect":"Deny"}]}'
    const span = [line.indexOf('[{') + 1, line.indexOf('}]') + 1] as const
    const [sign] = marksOf(line, { ...NO_ANNOTATIONS, signs: [{ span, sign: 'denies', hover: '' }] })
    expect(sign?.range.startLineNumber).toBe(1)
  })
})

describe('remarksOf', () => {
  const { classOf } = createRemarkStyles('1')

  it('paints a remark behind its line where there is room', () => {
    const styles = createRemarkStyles('1')
    const decorations = remarksOf(text, annotations, 80, styles.classOf)
    expect(decorations.map(({ range }) => [range.startLineNumber, range.startColumn])).toEqual([
      [3, 22],
      [4, 18],
    ])
    expect(decorations.every(({ options }) => options.after === undefined)).toBe(true)
    expect(styles.added().rules).toHaveLength(2)
  })

  it('wraps a remark where there is none', () => {
    const decorations = remarksOf(text, annotations, 30, classOf)
    expect(decorations[0]?.options.after?.content).toMatch(/denies this request$/)
  })

  it('shortens an ARN where there is no room for it, to what tells it apart', () => {
    const drawn = (name: string, room: number) =>
      remarksOf(
        text,
        { ...NO_ANNOTATIONS, remarks: [{ span: action, text: `not ${name}`, tone: 'deny' }] },
        room,
        classOf,
      )[0]?.options.after?.content ?? ''
    expect(drawn('arn:aws:s3:::quay/tide.csv', 20)).toMatch(/not …quay\/tide\.csv$/)
    expect(drawn('arn:aws:iam::111122223333:user/ana', 20)).toMatch(/not …111122223333:user\/ana$/)
    expect(drawn('arn:aws:iam::111122223333:user/ana', 120)).toBe('')
  })

  it('says two things of one line behind one another', () => {
    const line = '{"Action":"*"}'
    const both = [
      { span: [1, 4] as const, text: 'one', tone: 'deny' as const },
      { span: [2, 4] as const, text: 'two', tone: 'allow' as const },
    ]
    const decorations = remarksOf(line, { ...NO_ANNOTATIONS, remarks: both }, 10, classOf)
    expect(decorations.map(({ options }) => options.after?.content.trim())).toEqual(['one · two'])
  })
})
