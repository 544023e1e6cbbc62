import type { BuiltKey } from '../../../draft/build/request-context'
import type { ContextEdit } from '../../../draft/draft'
import type { KeyQuestion } from '../../../explanation/explanation'
import { INFERENCES } from './request-messages'

/** A context key as the form shows it. */
export interface KeyRow {
  readonly key: string
  readonly state: KeyQuestion['state']
  readonly values: readonly string[]
  /** Where the value comes from. */
  readonly note: string
  readonly isEdited: boolean
  readonly offered: readonly string[]
  readonly decides: boolean
}

const ORIGINS: Readonly<Record<KeyQuestion['origin'], string>> = {
  given: 'stated in the paste',
  derived: 'follows from the principal and the resource',
  paste: 'stated in the paste',
  none: 'unknown',
}

function noteOf(built: BuiltKey | undefined, origin: KeyQuestion['origin']): string {
  if (built === undefined) return ORIGINS[origin]
  if (built.origin === 'edited') return 'set in this case'
  if (built.origin === 'decoded') return 'from the decoded message'
  return built.inference === null ? ORIGINS.paste : `inferred: ${INFERENCES[built.inference]}`
}

/**
 * The keys that the policies ask for and those that the user set; and, apart, what else the request is taken to carry.
 * What the user set is shown as set, also while it has no value yet and is not judged. `own` are the keys that a further
 * check has by itself.
 */
export function keyRows(
  questions: readonly KeyQuestion[],
  context: readonly BuiltKey[],
  edits: Readonly<Record<string, ContextEdit>>,
  own: Readonly<Record<string, ContextEdit>> = {},
): { readonly rows: readonly KeyRow[]; readonly others: readonly KeyRow[] } {
  const builtBy = new Map(context.map((built) => [built.key.toLowerCase(), built]))
  const editBy = new Map(Object.entries(edits).map(([key, edit]) => [key.toLowerCase(), edit]))
  const askedKeys = new Set(questions.map(({ key }) => key.toLowerCase()))
  const ownKeys = new Set(Object.keys(own).map((key) => key.toLowerCase()))
  const asked = questions.map((question): KeyRow => {
    const note = noteOf(builtBy.get(question.key.toLowerCase()), question.origin)
    return { ...question, note, isEdited: false }
  })
  const unasked = context
    .filter(({ key }) => !askedKeys.has(key.toLowerCase()))
    .map((built): KeyRow => ({ ...built, note: noteOf(built, 'none'), isEdited: false, offered: [], decides: false }))
  const added = Object.keys(edits)
    .filter((key) => !askedKeys.has(key.toLowerCase()) && !builtBy.has(key.toLowerCase()))
    .map((key): KeyRow => ({
      key,
      state: 'unknown',
      values: [],
      note: '',
      isEdited: true,
      offered: [],
      decides: false,
    }))

  const isOwn = (key: string) => ownKeys.has(key.toLowerCase())

  const edited = (row: KeyRow): KeyRow => {
    const edit = editBy.get(row.key.toLowerCase())
    if (edit === undefined) return row
    return {
      ...row,
      state: edit.state,
      values: edit.state === 'known' ? edit.values : [],
      note: isOwn(row.key) ? 'part of this check' : 'set in this case',
      isEdited: true,
    }
  }
  const all = [...unasked, ...added].map(edited)
  return {
    rows: [...asked.map(edited), ...all.filter(({ isEdited, key }) => isEdited && !isOwn(key))],
    others: all.filter(({ isEdited, key }) => !isEdited || isOwn(key)),
  }
}
