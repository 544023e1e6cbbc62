import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, type Draft } from '../../draft/draft'
import { withoutCredentials } from '../../draft/file/without-credentials'
import { EMPTY_HISTORY, reduceHistory, type DraftAction, type DraftHistory } from './draft-history'

const setPaste = (paste: string, group?: string): DraftAction => ({
  kind: 'edit',
  edit: (draft: Draft) => (draft.paste === paste ? draft : { ...draft, paste }),
  ...(group === undefined ? {} : { group }),
})

const after = (...actions: readonly DraftAction[]): DraftHistory =>
  actions.reduce((history, action) => reduceHistory(history, action, withoutCredentials), EMPTY_HISTORY)

describe('reduceHistory', () => {
  it('goes back and forward over edits', () => {
    const edited = after(setPaste('a'), setPaste('b'))
    expect(edited.draft.paste).toBe('b')
    const back = reduceHistory(edited, { kind: 'undo' }, withoutCredentials)
    expect(back.draft.paste).toBe('a')
    expect(reduceHistory(back, { kind: 'redo' }, withoutCredentials).draft.paste).toBe('b')
  })

  it('takes edits of one group in a row as one step', () => {
    const typed = after(setPaste('a', 'paste'), setPaste('ab', 'paste'), setPaste('abc', 'paste'))
    expect(reduceHistory(typed, { kind: 'undo' }, withoutCredentials).draft).toBe(EMPTY_DRAFT)
  })

  it('starts a new step where the group changes, and after a step back', () => {
    const two = after(setPaste('a', 'paste'), setPaste('b', 'form'), { kind: 'undo' })
    expect(two.draft.paste).toBe('a')
    const further = reduceHistory(two, setPaste('c', 'paste'), withoutCredentials)
    expect(reduceHistory(further, { kind: 'undo' }, withoutCredentials).draft.paste).toBe('a')
  })

  it('forgets the way forward at a new edit', () => {
    const edited = after(setPaste('a'), { kind: 'undo' }, setPaste('b'))
    expect(reduceHistory(edited, { kind: 'redo' }, withoutCredentials)).toBe(edited)
  })

  it('opens another draft as one step that can be undone', () => {
    const opened = after(setPaste('a'), { kind: 'open', draft: { ...EMPTY_DRAFT, title: 'shared' } })
    expect(opened.draft.title).toBe('shared')
    expect(reduceHistory(opened, { kind: 'undo' }, withoutCredentials).draft.paste).toBe('a')
  })

  it('leaves the history alone where nothing changes', () => {
    const edited = after(setPaste('a'))
    expect(reduceHistory(edited, setPaste('a'), withoutCredentials)).toBe(edited)
    expect(reduceHistory(EMPTY_HISTORY, { kind: 'undo' }, withoutCredentials)).toBe(EMPTY_HISTORY)
    expect(reduceHistory(EMPTY_HISTORY, { kind: 'redo' }, withoutCredentials)).toBe(EMPTY_HISTORY)
  })
})
