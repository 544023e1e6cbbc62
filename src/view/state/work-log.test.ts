import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../../draft/draft'
import { withoutCredentials } from '../../draft/file/without-credentials'
import { createWorkLog } from './work-log'
import type { WorkAction } from './work'

const write = (text: string): WorkAction => ({
  kind: 'edit',
  edit: (draft) => ({ ...draft, paste: draft.paste + text }),
})
const name = (title: string): WorkAction => ({ kind: 'edit', edit: (draft) => ({ ...draft, title }) })

describe('a log of work', () => {
  it('does what is here at once, and counts it as one step of undo', () => {
    const work = createWorkLog(() => withoutCredentials)
    work.dispatch(write('a'))
    work.dispatch(write('b'))
    expect(work.get().history.draft.paste).toBe('ab')
    work.dispatch({ kind: 'undo' })
    expect(work.get().history.draft.paste).toBe('a')
  })

  it('does what comes late where it was begun, and what happened since after it', () => {
    const work = createWorkLog(() => withoutCredentials)
    work.dispatch(write('a'))
    const late = work.begin()
    work.dispatch(write('c'))
    expect(work.get().history.draft.paste).toBe('ac')
    late.fill([write('b')])
    expect(work.get().history.draft.paste).toBe('abc')
    expect(work.get().history.past.map(({ paste }) => paste)).toEqual(['', 'a', 'ab'])
  })

  it('shows something meanwhile, of which nothing is left when the real thing comes', () => {
    const work = createWorkLog(() => withoutCredentials)
    const late = work.begin()
    late.showMeanwhile([write('…')])
    work.dispatch(name('kept'))
    expect(work.get().history.draft).toMatchObject({ paste: '…', title: 'kept' })
    late.fill([write('text')])
    expect(work.get().history.draft).toMatchObject({ paste: 'text', title: 'kept' })
  })

  it('keeps another case that comes late below what was written since', () => {
    const work = createWorkLog(() => withoutCredentials)
    work.dispatch(write('mine'))
    const link = work.begin()
    work.dispatch(name('typed while it loaded'))
    link.fill([{ kind: 'arrive', draft: { ...EMPTY_DRAFT, paste: 'theirs' }, notices: [], step: null }])
    expect(work.get().history.draft).toMatchObject({ paste: 'theirs', title: 'typed while it loaded' })
    work.dispatch({ kind: 'undo' })
    work.dispatch({ kind: 'undo' })
    expect(work.get().history.draft.paste).toBe('mine')
  })

  it('takes nothing of what never comes, and of what comes a second time', () => {
    const work = createWorkLog(() => withoutCredentials)
    const late = work.begin()
    work.dispatch(write('a'))
    late.fill([])
    late.fill([write('b')])
    late.showMeanwhile([write('c')])
    expect(work.get().history.draft.paste).toBe('a')
  })

  it('passes over an edit that cannot be done on what came before it, says so with the cause, and keeps the rest', () => {
    const work = createWorkLog(() => withoutCredentials)
    const late = work.begin()
    work.dispatch({
      kind: 'edit',
      edit: (draft) => {
        if (draft.paste !== '') throw new Error('Only for an empty box.')
        return { ...draft, title: 'first' }
      },
    })
    work.dispatch(write('b'))
    late.fill([write('a')])
    expect(work.get().history.draft).toMatchObject({ paste: 'ab', title: '' })
    expect(work.get().notices).toMatchObject([
      { tone: 'deny', text: expect.stringMatching(/left out: Only for an empty box\./) },
    ])
  })

  it('tells its listeners of changes, and of what begins to come and has come', () => {
    const work = createWorkLog(() => withoutCredentials)
    let times = 0
    work.subscribe(() => {
      times += 1
    })
    work.dispatch({ kind: 'edit', edit: (draft) => draft })
    expect(times).toBe(0)
    const slot = work.begin()
    expect([times, work.isWaiting()]).toEqual([1, true])
    slot.fill([])
    expect([times, work.isWaiting()]).toEqual([2, false])
    work.dispatch(write('a'))
    expect(times).toBe(3)
  })

  it('takes credentials out of all that was done before they could be found, and forgets what they were in', () => {
    const secret = 'kQ7xT2pLm9Zr4WbN8vYc3HsJ6fDgA1eUoRi5+tX/'
    let isHere = false
    const work = createWorkLog(() => (isHere ? withoutCredentials : null))
    let times = 0
    work.subscribe(() => {
      times += 1
    })
    for (const key of `aws_secret_access_key=${secret}`) work.dispatch(write(key))
    work.dispatch(name('kept'))
    work.dispatch({ kind: 'undo' })
    isHere = true
    const before = times
    work.clean()
    expect(times).toBe(before + 1)
    const all = JSON.stringify(work.get())
    for (let at = 0; at + 8 <= secret.length; at += 1) expect(all).not.toContain(secret.slice(at, at + 8))
    expect(work.get().history.draft).toMatchObject({ paste: 'aws_secret_access_key=[removed]', title: '' })
    work.dispatch({ kind: 'redo' })
    expect(work.get().history.draft.title).toBe('kept')
    work.clean()
    expect(times).toBe(before + 2)
  })
})
