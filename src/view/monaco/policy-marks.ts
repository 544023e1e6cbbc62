import type * as monaco from 'monaco-editor/editor'
import type { Span } from '../../text/span'
import { SIGNS, signSvg, type SignName } from '../shared/sign-shapes'
import type { Annotations } from '../../diagnosis/annotations'
import { marksOf, remarksOf, type EditorDecoration, type EditorRange } from './editor-decorations'
import { rangeIn } from './ranges'
import { createRemarkStyles, type AddedRules } from './remark-styles'

const FLASH_MILLISECONDS = 1800

/** So many things are drawn at once. */
const AT_ONCE = 100

function addSheet(rules: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(rules)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return sheet
}

/** A marker's place in the margin takes an image: each sign becomes a mask in the colour of its tone. */
function signStyles(): string {
  return Object.entries(SIGNS)
    .map(([name, { tone }]) => {
      const image = `url("data:image/svg+xml,${encodeURIComponent(signSvg(name as SignName))}")`
      return `.policy-sign-${name}::before{background:var(--${tone});mask:${image} center/14px no-repeat}`
    })
    .join('\n')
}

addSheet(signStyles())

/** More rules are put into a sheet together with those that it has. */
const FEW = 20

/** Adds rules to a sheet. */
function addRules(sheet: CSSStyleSheet, { rules, isAnew }: AddedRules): void {
  if (rules.length === 0 && !isAnew) return
  if (!isAnew && rules.length <= FEW) for (const rule of rules) sheet.insertRule(rule, sheet.cssRules.length)
  else sheet.replaceSync([...(isAnew ? [] : [...sheet.cssRules].map(({ cssText }) => cssText)), ...rules].join('\n'))
}

/** What is drawn into the text of an editor: signs, tints, remarks, and a flash where one is led to. */
export interface PolicyMarks {
  draw(annotations: Annotations): void
  flash(range: monaco.IRange): void
  clear(): void
  dispose(): void
}

const isAt = (one: EditorRange, other: monaco.IRange | null) =>
  one.startLineNumber === other?.startLineNumber &&
  one.startColumn === other.startColumn &&
  one.endLineNumber === other.endLineNumber &&
  one.endColumn === other.endColumn

/** What is drawn of one kind. Drawing what stands there already costs nothing: the text has moved most of it along. */
function createLayer(editor: monaco.editor.IStandaloneCodeEditor) {
  const collection = editor.createDecorationsCollection()
  let drawn: readonly string[] = []
  let drawing: ReturnType<typeof setTimeout> | undefined

  /** Draws some, and the others a little later: a large policy has thousands of them. */
  function append(decorations: readonly EditorDecoration[], from: number) {
    clearTimeout(drawing)
    if (from >= decorations.length) return
    drawing = setTimeout(() => {
      collection.append(decorations.slice(from, from + AT_ONCE))
      append(decorations, from + AT_ONCE)
    })
  }

  return {
    draw(decorations: readonly EditorDecoration[]) {
      const looks = decorations.map(({ options }) => JSON.stringify(options))
      const isThere = ({ range }: EditorDecoration, at: number) =>
        looks[at] === drawn[at] && isAt(range, collection.getRange(at))
      if (looks.length === drawn.length && decorations.every(isThere)) return
      collection.set(decorations.slice(0, AT_ONCE))
      append(decorations, AT_ONCE)
      drawn = looks
    },
    clear() {
      clearTimeout(drawing)
      collection.clear()
      drawn = []
    },
  }
}

/** How many editors there were. */
let made = 0

/** Makes the drawing hand of an editor; remarks are laid out anew when its width changes. */
export function createPolicyMarks(editor: monaco.editor.IStandaloneCodeEditor): PolicyMarks {
  const marks = createLayer(editor)
  const remarks = createLayer(editor)
  const flash = editor.createDecorationsCollection()
  const sheet = addSheet('')
  made += 1
  const styles = createRemarkStyles(String(made))
  let drawn: { readonly annotations: Annotations; readonly version: number } | null = null
  /** The width that the remarks are laid out for, in columns. */
  let room = 0
  let waiting: ReturnType<typeof setTimeout> | undefined

  /** The remarks, laid out for the editor's present width. */
  function drawRemarks() {
    clearTimeout(waiting)
    const model = editor.getModel()
    if (!model || drawn?.version !== model.getVersionId()) return
    room = editor.getLayoutInfo().viewportColumn
    const decorations = remarksOf(model.getValue(), drawn.annotations, room, styles.classOf)
    addRules(sheet, styles.added())
    remarks.draw(decorations)
  }
  editor.onDidLayoutChange(({ viewportColumn }) => {
    if (viewportColumn !== room) drawRemarks()
  })

  return {
    draw(annotations) {
      const model = editor.getModel()
      if (!model) return
      marks.draw(marksOf(model.getValue(), annotations))
      drawn = { annotations, version: model.getVersionId() }
      clearTimeout(waiting)
      if (annotations.remarks.length <= AT_ONCE) drawRemarks()
      else waiting = setTimeout(drawRemarks)
    },
    flash(range) {
      flash.set([{ range, options: { isWholeLine: true, className: 'policy-flash' } }])
      setTimeout(() => flash.clear(), FLASH_MILLISECONDS)
    },
    clear() {
      clearTimeout(waiting)
      marks.clear()
      remarks.clear()
      flash.clear()
      drawn = null
    },
    dispose() {
      clearTimeout(waiting)
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    },
  }
}

/** Scrolls to a place and lets its lines flash once. */
export function revealIn(editor: monaco.editor.IStandaloneCodeEditor, marks: PolicyMarks, span: Span): void {
  const model = editor.getModel()
  if (!model) return
  const range = rangeIn(model, span)
  editor.setPosition({ lineNumber: range.startLineNumber, column: range.startColumn })
  editor.revealRangeInCenterIfOutsideViewport(range)
  marks.flash(range)
}
