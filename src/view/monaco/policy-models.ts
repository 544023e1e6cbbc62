import type * as monaco from 'monaco-editor/editor'
import { changeBetween } from './document-change'
import { rangeIn } from './ranges'
import { createPolicyModel } from './setup'

const MOST_ECHOES = 50

/** The texts that an editor holds, one a policy: each keeps its own undo, selection and scroll place. */
export interface PolicyModels {
  /** The model of a key, with this text in it; what was typed and only comes back changes nothing. */
  take(key: string, text: string, isOpen: boolean): monaco.editor.ITextModel
  /** Makes the model of a key that has none yet. */
  prepare(key: string, text: string): void
  /** Notes a text that was typed in the open model. */
  typed(text: string): void
  /** Is a text from outside being put into a model now? */
  isTaking(): boolean
  saveView(key: string, view: monaco.editor.ICodeEditorViewState | null): void
  viewOf(key: string): monaco.editor.ICodeEditorViewState | null
  /** Drops the models of other keys, and says which. */
  keep(keys: ReadonlySet<string>): readonly string[]
  dispose(): void
}

/** Makes the store of an editor's models. */
export function createPolicyModels(): PolicyModels {
  const models = new Map<string, monaco.editor.ITextModel>()
  const views = new Map<string, monaco.editor.ICodeEditorViewState | null>()
  /** Texts that were typed here, from the last one that came back on. */
  const echoes: string[] = []
  let taking = false

  /** Is it a text that was typed here and comes back, perhaps after more has been typed? */
  function isEcho(text: string): boolean {
    const at = echoes.lastIndexOf(text)
    echoes.splice(0, at === -1 ? echoes.length : at)
    return at !== -1
  }

  function replace(model: monaco.editor.ITextModel, text: string) {
    const change = changeBetween(model.getValue(), text)
    if (!change) return
    taking = true
    model.pushStackElement()
    model.pushEditOperations([], [{ range: rangeIn(model, [change.start, change.end]), text: change.text }], () => null)
    model.pushStackElement()
    taking = false
  }

  function make(key: string, text: string): monaco.editor.ITextModel {
    const made = createPolicyModel(text)
    models.set(key, made)
    return made
  }

  return {
    take(key, text, isOpen) {
      const there = models.get(key)
      if (there) {
        if (!isOpen || !isEcho(text)) replace(there, text)
        return there
      }
      return make(key, text)
    },
    prepare(key, text) {
      if (!models.has(key)) make(key, text)
    },
    typed(text) {
      echoes.push(text)
      if (echoes.length > MOST_ECHOES) echoes.shift()
    },
    isTaking: () => taking,
    saveView: (key, view) => views.set(key, view),
    viewOf: (key) => views.get(key) ?? null,
    keep(keys) {
      const gone = [...models.keys()].filter((key) => !keys.has(key))
      for (const key of gone) {
        models.get(key)?.dispose()
        models.delete(key)
        views.delete(key)
      }
      return gone
    },
    dispose() {
      for (const model of models.values()) model.dispose()
    },
  }
}
