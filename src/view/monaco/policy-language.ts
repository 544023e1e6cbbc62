import type * as monaco from 'monaco-editor/editor'
import type { CompletionItem, CompletionKind, EditorContext } from '../../reference/completion'
import { completePolicy } from '../../reference/complete-policy'
import { hoverPolicy, type PolicyHover } from '../../reference/hover-policy'
import { policySymbols, type PolicySymbol } from '../../reference/policy-symbols'
import { servicesOfPolicy } from '../../reference/statement-actions'
import { formatJson } from '../../text/format-json'
import { parseJson } from '../../text/parse-json'
import { loadedReference, loadServices } from '../reference/reference-queries'
import type { WordedProblem } from '../../diagnosis/worded-problems'
import { rangeIn } from './ranges'

/** What the editor knows of the open policy and of the case around it. */
export interface OpenPolicy {
  readonly context: Omit<EditorContext, 'reference'>
  readonly problems: () => readonly WordedProblem[]
}

type Monaco = typeof monaco

/** What is known of the policy that each editor shows. */
const shown = new WeakMap<monaco.editor.ITextModel, OpenPolicy>()

/** Tells the language what is known of the policy in a model. */
export function tellPolicy(model: monaco.editor.ITextModel, policy: OpenPolicy): void {
  shown.set(model, policy)
}

/** Longer texts are read without help: everything else would wait for it. */
const LONGEST_COLOURED = 400_000
const LABEL_AGAIN = { id: 'editor.action.triggerSuggest', title: '' }

/** Lets the editor complete, explain, fix, outline and lay out policies. */
export function registerPolicyLanguage({ languages, Range, MarkerSeverity }: Monaco, language: string): void {
  /** The policy as a tree with its services read, and the one whose name is being typed. */
  async function read(model: monaco.editor.ITextModel, position: monaco.Position) {
    const policy = shown.get(model)
    const text = model.getValue()
    if (!policy || text.length > LONGEST_COLOURED) return null
    const { root } = parseJson(text)
    const typed = /"([\w-]{1,40}):[^":\s]{0,100}$/.exec(
      model.getLineContent(position.lineNumber).slice(0, position.column - 1),
    )?.[1]
    await loadServices([...servicesOfPolicy(root), ...(typed ? [typed.toLowerCase()] : [])])
    if (model.isDisposed() || model.getValue() !== text) return null
    return {
      root,
      text,
      offset: model.getOffsetAt(position),
      context: { ...policy.context, reference: loadedReference() },
    }
  }

  const KINDS: Readonly<Record<CompletionKind, monaco.languages.CompletionItemKind>> = {
    service: languages.CompletionItemKind.Module,
    action: languages.CompletionItemKind.Method,
    resource: languages.CompletionItemKind.Reference,
    operator: languages.CompletionItemKind.Operator,
    key: languages.CompletionItemKind.Property,
    value: languages.CompletionItemKind.Value,
    variable: languages.CompletionItemKind.Variable,
    principal: languages.CompletionItemKind.User,
    element: languages.CompletionItemKind.Field,
    snippet: languages.CompletionItemKind.Snippet,
  }

  languages.registerCompletionItemProvider(language, {
    // Not after a bracket or comma: the Enter that follows would take what is offered.
    triggerCharacters: ['"', ':', '$', '{', '/', '*'],
    async provideCompletionItems(model, position, { triggerCharacter }) {
      const at = await read(model, position)
      // The brace of a policy variable is the only one.
      if (!at || (triggerCharacter === '{' && at.text[at.offset - 2] !== '$')) return { suggestions: [] }
      const items = completePolicy(at.root, at.text, at.offset, at.context)
      return {
        suggestions: items.map((item, index) => ({
          label: { label: item.label, description: item.detail },
          kind: KINDS[item.kind],
          insertText: item.insert,
          filterText: item.filter,
          sortText: String(index).padStart(6, '0'),
          range: rangeIn(model, item.span),
          documentation: { value: withPage(item) },
          ...(item.snippet ? { insertTextRules: languages.CompletionItemInsertTextRule.InsertAsSnippet } : {}),
          ...(item.again ? { command: LABEL_AGAIN } : {}),
        })),
      }
    },
  })

  languages.registerHoverProvider(language, {
    async provideHover(model, position) {
      const at = await read(model, position)
      const hover = at && hoverPolicy(at.root, at.text, at.offset, at.context)
      return hover ? { range: rangeIn(model, hover.span), contents: [{ value: hoverText(hover) }] } : null
    },
  })

  languages.registerCodeActionProvider(language, {
    provideCodeActions(model, range) {
      const problems = shown.get(model)?.problems() ?? []
      const actions = problems.flatMap(({ span, fixes, sentence }) => {
        if (!span || !Range.areIntersectingOrTouching(rangeIn(model, span), range)) return []
        return fixes.map((fix, index) => ({
          title: fix.title,
          kind: 'quickfix',
          isPreferred: index === 0,
          diagnostics: [{ ...rangeIn(model, span), message: sentence, severity: MarkerSeverity.Warning }],
          edit: {
            edits: fix.edits.map(({ span: place, text }) => ({
              resource: model.uri,
              versionId: model.getVersionId(),
              textEdit: { range: rangeIn(model, place), text },
            })),
          },
        }))
      })
      return { actions, dispose: () => undefined }
    },
  })

  languages.registerDocumentSymbolProvider(language, {
    provideDocumentSymbols(model) {
      const symbolOf = ({ name, detail, span, children }: PolicySymbol): monaco.languages.DocumentSymbol => ({
        name,
        detail,
        kind: languages.SymbolKind.Object,
        tags: [],
        range: rangeIn(model, span),
        selectionRange: rangeIn(model, [span[0], span[0]]),
        children: children.map(symbolOf),
      })
      return policySymbols(parseJson(model.getValue()).root).map(symbolOf)
    },
  })

  languages.registerDocumentFormattingEditProvider(language, {
    provideDocumentFormattingEdits: (model) => [
      { range: model.getFullModelRange(), text: formatJson(model.getValue()) },
    ],
  })
}

const link = (page: string) => (page === '' ? '' : `\n\n[AWS documentation](${page})`)

const withPage = ({ documentation, page }: CompletionItem) => `${documentation}${link(page)}`

const hoverText = ({ title, text, page }: PolicyHover) => `\`${title.replaceAll('`', '')}\`\n\n${text}${link(page)}`
