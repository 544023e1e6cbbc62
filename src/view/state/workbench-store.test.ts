import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, type Draft } from '../../draft/draft'
import { setTitle } from '../../draft/edit-draft'
import { encodeDraft } from '../../permalink/permalink'
import { NO_REFERENCE, type Reference } from '../../reference/reference'
import { parseYaml } from '../../text/parse-yaml'
import type { Engine } from './engine'
import * as engineChunk from './engine-chunk'
import * as linkChunk from './link-chunk'
import { createWorkbench } from './workbench-store'

const ERROR =
  'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::data/a" because no service control policy allows the s3:PutObject action'
const SHARED: Draft = { ...EMPTY_DRAFT, paste: ERROR.replace('alice', 'bob'), title: 'shared' }

/** A page without a browser: an address, and tasks that run when they are told to. */
function openPage(hash = '') {
  const address = { hash, listeners: new Set<() => void>() }
  const tasks: (() => void)[] = []
  const services: string[] = []
  const engineListeners = new Set<() => void>()
  let engine: Engine | null = null
  const set = (fragment: string) => {
    address.hash = fragment
    for (const listener of address.listeners) listener()
  }
  const page = createWorkbench({
    engine: {
      now: () => engine,
      load: async () => {
        await Promise.resolve()
        if (engine === null) {
          engine = engineChunk
          for (const listener of engineListeners) listener()
        }
        return engine
      },
      subscribe: (listener) => {
        engineListeners.add(listener)
        return () => engineListeners.delete(listener)
      },
    },
    loadLinks: () => Promise.resolve(linkChunk),
    loadYaml: () => Promise.resolve(parseYaml),
    loadReference: (service): Promise<Reference> => {
      services.push(service)
      return Promise.resolve({ ...NO_REFERENCE })
    },
    openLog: () => Promise.resolve(null),
    address: {
      page: () => 'workbench',
      goTo: () => undefined,
      follow: set,
      show: set,
      clear: () => set(''),
      holdsCase: () => /^#(?:\d|error=)/.test(address.hash),
      subscribe: (listener) => {
        address.listeners.add(listener)
        return () => address.listeners.delete(listener)
      },
    },
    isBeside: () => true,
    later: (task) => tasks.push(task),
  })
  const settle = async () => {
    for (let turn = 0; turn < 40; turn += 1) {
      await Promise.resolve()
      for (const task of tasks.splice(0)) task()
    }
  }
  const draft = () => page.work.get().history.draft
  return { ...page, address, tasks, services, settle, draft, set }
}

describe('the diagnosis of the workbench', () => {
  it('follows the draft a moment later, once for all changes until then', async () => {
    const page = openPage()
    page.intake.takeText(ERROR)
    await page.settle()
    let times = 0
    page.diagnosis.subscribe(() => {
      times += 1
    })
    for (const title of ['a', 'b', 'c']) page.work.dispatch({ kind: 'edit', edit: (draft) => setTitle(draft, title) })
    expect(page.diagnosis.get().draft.title).toBe('')
    await page.settle()
    expect(times).toBe(1)
    expect(page.diagnosis.get().draft.title).toBe('c')
    expect(page.diagnosis.get().explanation?.claim.outcome).not.toBe('noClaim')
  })

  it('says nothing before the engine is here, and asks for the reference of the service that is judged, once', async () => {
    const page = openPage()
    page.intake.takeText(ERROR)
    for (const task of page.tasks.splice(0)) task()
    expect(page.diagnosis.get()).toMatchObject({ explanation: null, failed: null })
    await page.settle()
    page.work.dispatch({ kind: 'edit', edit: (draft) => setTitle(draft, 'again') })
    await page.settle()
    expect(page.services).toEqual(['s3'])
  })

  it('keeps what did not change as the same objects, and each workbench its own memory', async () => {
    const [one, other] = [openPage(), openPage()]
    for (const page of [one, other]) {
      page.intake.takeText(ERROR)
      await page.settle()
    }
    const before = one.diagnosis.get().explanation
    other.intake.takeText(SHARED.paste)
    one.work.dispatch({ kind: 'edit', edit: (draft) => setTitle(draft, 'named') })
    await other.settle()
    await one.settle()
    expect(one.diagnosis.get().explanation).toBe(before)
  })

  it('remembers how a paste was first judged, for what opens by itself', async () => {
    const page = openPage()
    page.intake.takeText(ERROR)
    await page.settle()
    const { opening } = page.diagnosis.get()
    expect(opening).not.toBeNull()
    page.work.dispatch({ kind: 'edit', edit: (draft) => ({ ...draft, otherContext: 'absent' }) })
    await page.settle()
    expect(page.diagnosis.get().opening).toBe(opening)
    page.intake.takeText(SHARED.paste)
    await page.settle()
    expect(page.diagnosis.get().opening).not.toBe(opening)
  })
})

describe('what the workbench looks at', () => {
  it('turns to the layer that AWS names when an error comes, and then leaves the choice to the reader', async () => {
    const page = openPage()
    page.intake.takeText(ERROR)
    await page.settle()
    expect(page.focus.get().layer).toBe('scp')
    page.focus.showLayer('identity')
    page.work.dispatch({ kind: 'edit', edit: (draft) => setTitle(draft, 'named') })
    await page.settle()
    expect(page.focus.get().layer).toBe('identity')
  })
})

describe('the address', () => {
  const link = encodeDraft(SHARED)

  it.each<[string, (page: ReturnType<typeof openPage>) => void]>([
    ['an edit', ({ work }) => work.dispatch({ kind: 'edit', edit: (draft) => setTitle(draft, 'mine') })],
    ['a step back', ({ work }) => work.dispatch({ kind: 'undo' })],
    ['another case', ({ intake }) => intake.openDraft({ ...EMPTY_DRAFT, title: 'another' })],
    ['another error', ({ intake }) => intake.takeText(ERROR)],
    ['a key in the box', ({ intake }) => intake.typeText(`${SHARED.paste} `)],
  ])('no longer holds a link after %s', async (_name, change) => {
    const page = openPage(link)
    await page.intake.openLink(link.slice(1))
    await page.settle()
    expect(page.draft().title).toBe('shared')
    expect(page.address.hash).toBe(link)
    change(page)
    await page.settle()
    expect(page.address.hash).toBe('')
  })

  it('keeps a link while its case is only looked at, and takes the link that is shared', async () => {
    const page = openPage(link)
    await page.intake.openLink(link.slice(1))
    page.focus.showLayer('boundary')
    page.work.dispatch({ kind: 'edit', edit: (draft) => draft })
    await page.settle()
    expect(page.address.hash).toBe(link)
    page.work.dispatch({ kind: 'edit', edit: (draft) => setTitle(draft, 'mine') })
    page.set(encodeDraft(page.draft()))
    await page.settle()
    expect(page.address.hash).toBe(encodeDraft(page.draft()))
  })

  it('stands for the message that it brought until something changes', async () => {
    const page = openPage(`#error=${encodeURIComponent(ERROR)}`)
    await page.intake.takeError(ERROR)
    await page.settle()
    expect(page.draft().paste).toBe(ERROR)
    expect(page.address.hash).toContain('error=')
    page.work.dispatch({ kind: 'edit', edit: (draft) => setTitle(draft, 'mine') })
    expect(page.address.hash).toBe('')
  })

  it('of a link that is followed by a change while it loads is given up', async () => {
    const page = openPage(link)
    const opening = page.intake.openLink(link.slice(1))
    page.work.dispatch({ kind: 'edit', edit: (draft) => setTitle(draft, 'mine') })
    await opening
    await page.settle()
    expect(page.draft()).toMatchObject({ paste: SHARED.paste, title: 'mine' })
    expect(page.address.hash).toBe('')
  })
})
