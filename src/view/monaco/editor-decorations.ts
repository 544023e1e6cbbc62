import type { Position } from '../../text/source'
import { createSource } from '../../text/source'
import type { Span } from '../../text/span'
import type { Annotations, AnnotationTone } from '../../diagnosis/annotations'
import { inertMarkdown } from './escape-markdown'

/** A place as the editor takes it. */
export interface EditorRange {
  readonly startLineNumber: number
  readonly startColumn: number
  readonly endLineNumber: number
  readonly endColumn: number
}

/** What is drawn at a place, in the editor's own terms. */
export interface EditorDecoration {
  readonly range: EditorRange
  readonly options: {
    readonly className?: string
    readonly isWholeLine?: boolean
    readonly inlineClassName?: string
    readonly glyphMarginClassName?: string
    readonly glyphMarginHoverMessage?: { readonly value: string }
    readonly hoverMessage?: { readonly value: string }
    readonly showIfCollapsed?: boolean
    readonly afterContentClassName?: string
    readonly after?: {
      readonly content: string
      readonly inlineClassName: string
      readonly inlineClassNameAffectsLetterSpacing: boolean
    }
  }
}

/** A text with its lines, as decorations need it. */
class Page {
  readonly #text: string
  readonly #source: { positionAt(offset: number): Position }

  constructor(text: string) {
    this.#text = text
    this.#source = createSource(text)
  }

  range([start, end]: Span): EditorRange {
    const from = this.#source.positionAt(start)
    const to = this.#source.positionAt(end)
    return { startLineNumber: from.line, startColumn: from.column, endLineNumber: to.line, endColumn: to.column }
  }

  line(offset: number): number {
    return this.#source.positionAt(offset).line
  }

  /** The column after the last character of the line that an offset lies on. */
  endColumn(offset: number): number {
    const end = this.#text.indexOf('\n', offset)
    return this.#source.positionAt(end < 0 ? this.#text.length : end).column
  }

  /** The place that speaks for a statement: the first line that holds more of it than its brace. */
  firstOf([start, end]: Span): number {
    const lineEnd = this.#text.indexOf('\n', start)
    if (lineEnd < 0 || lineEnd >= end) return start
    return this.#text.slice(start + 1, lineEnd).trim() === '' ? lineEnd + 1 : start
  }
}

/** Signs in the margin, tinted statements and underlined words. */
export function marksOf(text: string, { signs, tints, underlines }: Annotations): readonly EditorDecoration[] {
  const page = new Page(text)
  return [
    ...signs.map(({ span, sign, hover }) => {
      const line = page.line(page.firstOf(span))
      return {
        range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
        options: {
          glyphMarginClassName: `policy-sign policy-sign-${sign}`,
          glyphMarginHoverMessage: { value: inertMarkdown(hover) },
        },
      }
    }),
    ...tints.map(({ span, tone }) => ({
      range: page.range([page.firstOf(span), span[1]]),
      options: { className: `policy-tint policy-tone-${tone}`, isWholeLine: true },
    })),
    ...underlines.map(({ span, tone, hover }) => ({
      range: page.range(span),
      options: {
        inlineClassName: `policy-fault policy-tone-${tone}`,
        hoverMessage: { value: inertMarkdown(hover) },
      },
    })),
  ]
}

interface LineRemark {
  readonly line: number
  readonly endColumn: number
  readonly text: string
  readonly tone: AnnotationTone
}

/** Remarks by line; several on one line stand behind one another. */
function byLine(page: Page, { remarks, signs }: Annotations): readonly LineRemark[] {
  const starts = new Set(signs.map(({ span }) => span[0]))
  const lines = new Map<number, LineRemark>()
  for (const { span, text, tone } of remarks) {
    const at = starts.has(span[0]) ? page.firstOf(span) : span[0]
    const line = page.line(at)
    const there = lines.get(line)
    lines.set(line, {
      line,
      endColumn: page.endColumn(at),
      text: there ? `${there.text} · ${text}` : text,
      tone: there?.tone ?? tone,
    })
  }
  return [...lines.values()]
}

/** Width of a character of a remark beside one of the code. */
const REMARK_CHARACTER = 0.72
const REMARK_GAP = 3
const SPACE_BEFORE = '\u2003'

/** Of an ARN what tells it apart: its account and its resource. */
const brief = (words: string): string =>
  words.replaceAll(/\barn(?::[^:\s]*){3}:([^:\s]*):/g, (_, account: string) => (account === '' ? '…' : `…${account}:`))

const fits = (words: string, endColumn: number, room: number): boolean =>
  endColumn + REMARK_GAP + words.length * REMARK_CHARACTER < room

/**
 * Remarks behind their line's text, for an editor of `room` columns. Where the rest of the line has room for a remark, it
 * is painted there and does not count as text; where not, its ARNs are shortened, and if need be it is wrapped onto lines of
 * its own. `classOf`: the class whose style rule holds words that are painted.
 */
export function remarksOf(
  text: string,
  annotations: Annotations,
  room: number,
  classOf: (words: string) => string,
): readonly EditorDecoration[] {
  const remarks = byLine(new Page(text), annotations).map((remark) =>
    fits(remark.text, remark.endColumn, room) ? remark : { ...remark, text: brief(remark.text) },
  )
  return remarks.map(({ line, endColumn, text: words, tone }): EditorDecoration => {
    const range = { startLineNumber: line, startColumn: endColumn, endLineNumber: line, endColumn }
    const look = `policy-remark policy-tone-${tone}`
    if (fits(words, endColumn, room)) {
      return {
        range,
        options: { showIfCollapsed: true, afterContentClassName: `${look} ${classOf(SPACE_BEFORE + words)}` },
      }
    }
    return {
      range,
      options: {
        showIfCollapsed: true,
        after: { content: SPACE_BEFORE + words, inlineClassName: look, inlineClassNameAffectsLetterSpacing: true },
      },
    }
  })
}
