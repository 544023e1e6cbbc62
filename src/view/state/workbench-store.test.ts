import { describe, expect, it, vi } from 'vitest'
import { EMPTY_DRAFT, type Draft } from '../../draft/draft'
import { editLayers, setTitle, tryLayers } from '../../draft/edit/edit-draft'
import { addPolicy, removePolicy } from '../../draft/edit/edit-layers'
import { encodeDraft } from '../../permalink/permalink'
import type { SituationAnswers } from '../../facts/situations/situations'
import { diagnose } from '../../diagnosis/diagnose'
import type { Diagnosis } from '../../diagnosis/diagnosis'
import { documentMistake } from '../../explanation/causes/document-mistake'
import { plainText } from '../../text/phrase'
import { NO_REFERENCE, type Reference } from '../../reference/reference'
import { parseYaml } from '../../text/parse-yaml'
import type { Engine } from './engine'
import * as engineChunk from './engine-chunk'
// Here when it is asked for.
import './keep/stored-case'
// Loaded already: what is awaited here settles without a file.
import './policy-finder'
import { fakeWorkers, noWorkers } from '../../testing/fake-worker'
import * as linkChunk from './link-chunk'
import type { CaseStorage } from './keep/case-keeper'
import { createWorkbench } from './workbench-store'

const ERROR =
  'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::data/a" because no service control policy allows the s3:PutObject action'
const REFUSED =
  'An error occurred (MalformedPolicyDocument) when calling the CreatePolicy operation: Policy document must be version 2012-10-17 or greater.\n\n{"Version": "2026-01-01", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}'
const THROTTLED = 'An error occurred (ThrottlingException) when calling the ListRoles operation: Rate exceeded'
const SHARED: Draft = { ...EMPTY_DRAFT, paste: ERROR.replace('alice', 'bob'), title: 'shared' }

const FIRST = { layer: 'identity', level: null, policy: 0 } as const

const withPolicy = (layers: Draft['layers']) =>
  addPolicy(layers, { layer: 'boundary', level: null }, { name: 'Guard', text: '{"Statement":[]}' })

/** What a tab keeps for its session. */
function memory(): CaseStorage & { text: string | null } {
  return {
    text: null,
    hasCase() {
      return this.text !== null
    },
    async read() {
      return Promise.resolve(this.text)
    },
    async write(text) {
      this.text = text
      return Promise.resolve()
    },
    async clear() {
      this.text = null
      return Promise.resolve()
    },
  }
}

/** A page without a browser: an address, and tasks that run when they are told to. */
function openPage(
  hash = '',
  storage: CaseStorage = memory(),
  startWorker = noWorkers,
  loadLinks = () => Promise.resolve(linkChunk),
  loadDocumentMistake = () => Promise.resolve({ documentMistake }),
  loadGeneral = engineChunk.LOAD_SITUATIONS.general,
) {
  const address = { hash, listeners: new Set<() => void>() }
  const tasks: (() => void)[] = []
  const services: string[] = []
  const slow: (() => void)[] = []
  const ahead: (readonly [text: string, isWithPolicies: boolean | undefined])[] = []
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
          engine = { ...engineChunk, LOAD_SITUATIONS: { ...engineChunk.LOAD_SITUATIONS, general: loadGeneral } }
          for (const listener of engineListeners) listener()
        }
        return engine
      },
      subscribe: (listener) => {
        engineListeners.add(listener)
        return () => engineListeners.delete(listener)
      },
    },
    loadLinks,
    readAhead: (text, isWithPolicies) => ahead.push([text, isWithPolicies]),
    loadDocumentMistake,
    loadReaders: () => Promise.resolve({ yaml: parseYaml }),
    loadManaged: () => Promise.resolve([]),
    startWorker,
    loadReference: (service): Promise<Reference> => {
      services.push(service)
      return Promise.resolve({ ...NO_REFERENCE })
    },
    openLog: () => Promise.resolve(null),
    openLogs: () => Promise.resolve(null),
    address: {
      page: () => 'workbench',
      goTo: () => undefined,
      follow: set,
      show: set,
      clear: () => set(''),
      text: () => address.hash,
      holdsCase: () => /^#(?:\d|error=)/.test(address.hash),
      subscribe: (listener) => {
        address.listeners.add(listener)
        return () => address.listeners.delete(listener)
      },
    },
    isBeside: () => true,
    storage,
    soon: (task) => tasks.push(task),
    later: (task) => tasks.push(task),
    whenSlow: (task) => slow.push(task),
  })
  const settle = async () => {
    for (let turn = 0; turn < 120; turn += 1) {
      await Promise.resolve()
      for (const task of tasks.splice(0)) task()
    }
  }
  const draft = () => page.work.get().history.draft
  return { ...page, address, tasks, slow, ahead, services, settle, draft, set }
}

type Page = ReturnType<typeof openPage>

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

  it('reads a text ahead while the engine is on its way, and no text when it is here', async () => {
    const page = openPage()
    page.intake.takeText(THROTTLED)
    expect(page.ahead).toEqual([[THROTTLED, undefined]])
    await page.settle()
    page.intake.takeText(ERROR)
    await page.settle()
    expect(page.ahead).toEqual([[THROTTLED, undefined]])
    expect(page.draft().paste).toBe(ERROR)
  })

  it('reads the case of a link ahead, and tells whether policies are in it', async () => {
    const withGuard = editLayers(SHARED, withPolicy)
    for (const [draft, isWithPolicies] of [
      [SHARED, false],
      [withGuard, true],
    ] as const) {
      const page = openPage(`#${encodeDraft(draft)}`)
      void page.intake.openLink(encodeDraft(draft))
      await page.settle()
      expect(page.ahead).toEqual([[draft.paste, isWithPolicies]])
      expect(page.draft().paste).toBe(draft.paste)
    }
  })

  it('asks for the names of all actions where only the name of an operation is told', async () => {
    const page = openPage()
    page.intake.takeText(
      'An error occurred (AccessDeniedException) when calling the StartCanary operation: Access denied',
    )
    await page.settle()
    expect(page.services).toEqual(['*'])
  })

  it.each([
    [
      'finds the mistake of a document that AWS refused once what finds it is here',
      () => Promise.resolve({ documentMistake }),
      true,
    ],
    ['answers without it where it does not come', () => Promise.reject(new Error('offline')), false],
  ])('%s', async (_, loadMistake, isFound) => {
    let loads = 0
    const page = openPage('', memory(), noWorkers, undefined, () => {
      loads += 1
      return loadMistake()
    })
    page.intake.takeText(ERROR)
    await page.settle()
    expect(loads).toBe(0)
    page.intake.forget()
    page.intake.takeText(REFUSED)
    await page.settle()
    const meansOf = ({ explanation }: Diagnosis) => plainText(explanation?.answer.noPolicy?.means ?? [])
    const now = page.diagnosis.get()
    expect(meansOf(now)).not.toBe('')
    expect(loads).toBeGreaterThan(0)
    expect(meansOf(now).includes('2026-01-01')).toBe(isFound)
    expect(meansOf(now) === meansOf(diagnose(now.draft))).toBe(isFound)
  })

  it('waits for what is said of a service’s own words, and only then answers; a denial of AWS needs none of it', async () => {
    let letGo = () => undefined as void
    let loads = 0
    const held = () => {
      loads += 1
      return new Promise<SituationAnswers>((resolve) => {
        letGo = () => void engineChunk.LOAD_SITUATIONS.general().then(resolve)
      })
    }
    const page = openPage('', memory(), noWorkers, undefined, undefined, held)
    page.intake.takeText(ERROR)
    await page.settle()
    expect(page.diagnosis.get().explanation).not.toBeNull()
    expect(loads).toBe(0)
    page.intake.forget()
    page.intake.takeText(THROTTLED)
    await page.settle()
    for (const task of page.slow.splice(0)) task()
    expect(page.diagnosis.get()).toMatchObject({ progress: 'pending', explanation: null })
    letGo()
    await page.settle()
    const { draft, progress, explanation } = page.diagnosis.get()
    expect(progress).toBe('done')
    expect(explanation?.answer.noPolicy?.situation).toBe('throttling')
    expect(explanation).toEqual(diagnose(draft).explanation)
    expect(loads).toBe(1)
  })

  it('says that it did not come, and asks for it again with the next change', async () => {
    let isOffline = true
    const page = openPage('', memory(), noWorkers, undefined, undefined, () =>
      isOffline ? Promise.reject(new Error('offline')) : engineChunk.LOAD_SITUATIONS.general(),
    )
    page.intake.takeText(THROTTLED)
    await page.settle()
    expect(page.diagnosis.get()).toMatchObject({ explanation: null, failed: { step: 'explain' } })
    isOffline = false
    page.work.dispatch({ kind: 'edit', edit: (draft) => setTitle(draft, 'again') })
    await page.settle()
    expect(page.diagnosis.get()).toMatchObject({ failed: null, explanation: { answer: { decision: 'none' } } })
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

  it('remembers how a paste was first judged, and anew when a policy comes, for what opens by itself', async () => {
    const page = openPage()
    page.intake.takeText(ERROR)
    await page.settle()
    const { opening } = page.diagnosis.get()
    expect(opening).not.toBeNull()
    page.work.dispatch({ kind: 'edit', edit: (draft) => ({ ...draft, otherContext: 'absent' }) })
    await page.settle()
    expect(page.diagnosis.get().opening).toBe(opening)
    page.work.dispatch({ kind: 'edit', edit: (draft) => editLayers(draft, withPolicy) })
    await page.settle()
    expect(page.diagnosis.get().opening).not.toBe(opening)
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

  it('leaves a layer that the reader chose between the paste and its verdict', async () => {
    const page = openPage()
    page.intake.takeText(ERROR)
    await page.settle()
    page.focus.showLayer('boundary')
    page.intake.takeText(ERROR.replace('alice', 'carol'))
    page.focus.showLayer('identity')
    await page.settle()
    expect(page.diagnosis.get().explanation).not.toBeNull()
    expect(page.focus.get().layer).toBe('identity')
    page.intake.takeText(ERROR)
    await page.settle()
    expect(page.focus.get().layer).toBe('scp')
  })

  it('turns to the trust policy that most likely stops the call, though AWS names no layer', async () => {
    const page = openPage()
    page.intake
      .takeText(`An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::111122223333:user/ana is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/auditor

{"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"a1"}}}]}`)
    await page.settle()
    expect(page.diagnosis.get().explanation?.answer).toMatchObject({ basis: 'likely', layer: 'trust' })
    expect(page.focus.get().layer).toBe('resource')
  })
})

describe('what is put below the error in the box', () => {
  const POLICY = '{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}'
  const BELOW = `${ERROR.replace('service control', 'identity-based')}\n`

  it.each([
    ['when the error is read', true],
    ['while the error is still to be read', false],
  ])('goes where AWS says if it is a policy, as if it had come with the error: %s', async (_, isRead) => {
    const page = openPage()
    page.intake.typeText(BELOW)
    if (isRead) await page.settle()
    page.intake.typeText(BELOW + POLICY)
    await page.settle()
    expect(page.draft().layers.identity.policies.map(({ text }): unknown => JSON.parse(text))).toEqual([
      JSON.parse(POLICY),
    ])
    expect(page.work.get().asked).toEqual([])
    expect(page.draft().paste).toBe(BELOW + POLICY)
    page.work.dispatch({ kind: 'undo' })
    expect(page.draft().layers.identity.policies).toEqual([])
  })

  it('brings no policy again that stood in the box before', async () => {
    const page = openPage()
    page.intake.typeText(BELOW + POLICY)
    await page.settle()
    page.work.dispatch({ kind: 'edit', edit: (draft) => editLayers(draft, (layers) => removePolicy(layers, FIRST)) })
    page.intake.typeText(`${BELOW + POLICY}\n${ERROR.replaceAll('PutObject', 'GetObject')}`)
    await page.settle()
    expect(page.draft().layers.identity.policies).toEqual([])
    expect(page.diagnosis.get().reading?.denials).toHaveLength(2)
  })

  it('stays once, also where it only tells more of the error', async () => {
    const page = openPage()
    const decoded = JSON.stringify({
      allowed: false,
      explicitDeny: false,
      matchedStatements: { items: [] },
      context: {
        principal: { arn: 'arn:aws:iam::111122223333:user/alice' },
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::data/a',
      },
    })
    page.intake.typeText(decoded)
    await page.settle()
    page.intake.typeText(`${decoded}\n${POLICY}`)
    await page.settle()
    expect(page.draft().paste).toBe(`${decoded}\n${POLICY}`)
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

describe('the case of a tab', () => {
  it('comes back after a reload, with what was tried on it, and with nothing before it to undo', async () => {
    const storage = memory()
    const page = openPage('', storage)
    page.intake.takeText(ERROR)
    await page.settle()
    page.work.dispatch({
      kind: 'edit',
      edit: (draft) =>
        tryLayers(setTitle(draft, 'mine'), (layers) =>
          addPolicy(layers, { layer: 'identity', level: null }, { name: 'p', text: '{}' }),
        ),
    })
    await page.settle()
    const again = openPage('', storage)
    await again.settle()
    expect(again.draft()).toEqual(page.draft())
    expect(again.draft().judged).toBeDefined()
    expect(again.work.get().history.past).toEqual([])
    expect(again.work.get().notices[0]?.text).toContain('is back')
    expect(again.diagnosis.get().explanation?.claim.outcome).toBe(page.diagnosis.get().explanation?.claim.outcome)
  })

  it('comes back with the policies that wait for a layer, also where there is nothing else', async () => {
    const storage = memory()
    const page = openPage('', storage)
    page.intake.takeText(
      JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } }),
    )
    await page.settle()
    const { asked } = page.work.get()
    expect(asked).toHaveLength(1)
    const again = openPage('', storage)
    await again.settle()
    expect(again.work.get().asked).toEqual(asked)
    await again.intake.put(again.work.get().asked[0]!, 'identity')
    await again.settle()
    expect(again.draft().layers.identity.policies).toHaveLength(1)
    const last = openPage('', storage)
    await last.settle()
    expect(last.work.get().asked).toEqual([])
    expect(last.draft().layers.identity.policies).toHaveLength(1)
  })

  it.each(Array.from({ length: 24 }, (_, turns) => [turns]))(
    'takes no link out of the address while its case is on its way, also where what reads links comes %i turns later',
    async (turns) => {
      const link = encodeDraft(SHARED)
      const storage = memory()
      const page = openPage(link, storage)
      await page.intake.openLink(link.slice(1))
      await page.settle()
      const again = openPage(link, storage, noWorkers, async () => {
        for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
        return linkChunk
      })
      await again.intake.openLink(link.slice(1))
      await again.settle()
      expect(again.draft().title).toBe('shared')
      expect(again.address.hash).toBe(link)
      again.work.dispatch({ kind: 'edit', edit: (draft) => setTitle(draft, 'edited') })
      expect(again.address.hash).toBe('')
    },
  )

  it('stands below a case that the address brings, unless it is that very case', async () => {
    const storage = memory()
    const page = openPage('', storage)
    page.intake.takeText(ERROR)
    await page.settle()
    const link = encodeDraft(SHARED)
    const again = openPage(link, storage)
    await again.intake.openLink(link.slice(1))
    await again.settle()
    expect(again.draft().title).toBe('shared')
    again.work.dispatch({ kind: 'undo' })
    expect(again.draft().paste).toBe(ERROR)

    const shared = memory()
    const opened = openPage(link, shared)
    await opened.intake.openLink(link.slice(1))
    await opened.settle()
    const reloaded = openPage(link, shared)
    await reloaded.intake.openLink(link.slice(1))
    await reloaded.settle()
    expect(reloaded.work.get().history.past).toEqual([EMPTY_DRAFT])
    expect(reloaded.draft().title).toBe('shared')
  })

  it.each([
    ['a link', encodeDraft(SHARED), (page: Page, link: string) => page.intake.openLink(link.slice(1))],
    ['a message', `#error=${encodeURIComponent(ERROR)}`, (page: Page) => page.intake.takeError(ERROR)],
  ])('keeps the policies that wait for a layer while the address still opens its case: %s', async (_, link, open) => {
    const storage = memory()
    const page = openPage(link, storage)
    await open(page, link)
    await page.settle()
    const before = page.draft()
    const document = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } }
    page.intake.takeText(JSON.stringify({ UserName: 'carol', PolicyName: 'own', PolicyDocument: document }))
    await page.settle()
    const { asked } = page.work.get()
    expect(asked).toHaveLength(1)
    expect(page.draft()).toBe(before)
    expect(page.address.hash).toBe(link)
    const again = openPage(link, storage)
    await open(again, link)
    await again.settle()
    expect(again.work.get().asked).toEqual(asked)
    expect(again.draft().title).toBe(before.title)
    const other = openPage(link, storage)
    await open(other, link)
    await other.settle()
    await other.intake.openLink(encodeDraft({ ...SHARED, title: 'another' }).slice(1))
    await other.settle()
    expect(other.work.get().asked).toEqual([])
  })

  it('never holds a credential', async () => {
    const secret = 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLE1key9'
    const storage = memory()
    const page = openPage('', storage)
    page.intake.takeText(ERROR)
    await page.settle()
    const leaky = `{"SecretAccessKey": "${secret}"}`
    page.work.dispatch({
      kind: 'edit',
      edit: (draft) =>
        editLayers({ ...draft, title: `aws_secret_access_key=${secret}`, facts: { note: leaky } }, (layers) =>
          addPolicy(layers, { layer: 'identity', level: null }, { name: 'p', text: leaky }),
        ),
    })
    await page.settle()
    expect(storage.text).toContain('alice')
    for (let at = 0; at + 8 <= secret.length; at += 1) expect(storage.text).not.toContain(secret.slice(at, at + 8))
  })

  it('is not kept before its credentials can be found', async () => {
    const storage = memory()
    const page = openPage('', storage)
    page.intake.typeText('aws_secret')
    for (const task of page.tasks.splice(0)) task()
    expect(storage.text).toBeNull()
    await page.settle()
    expect(storage.text).toContain('aws_secret')
  })

  it('that nothing has read yet is kept where it surely holds none, and read after a reload', async () => {
    const storage = memory()
    const page = openPage('', storage)
    page.intake.typeText(ERROR)
    page.work.dispatch({ kind: 'edit', edit: (draft) => setTitle(draft, 'mine') })
    // The storage has answered that there is nothing; the engine is not here.
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
    page.keepNow()
    await Promise.resolve()
    expect(storage.text).toContain('alice')
    const reloaded = openPage('', storage)
    await reloaded.settle()
    expect(reloaded.draft()).toMatchObject({ paste: ERROR, title: 'mine' })
  })

  it('in whose place another one came by a link is a step back, also after reloads', async () => {
    const storage = memory()
    const own = openPage('', storage)
    own.intake.takeText(ERROR)
    own.work.dispatch({ kind: 'edit', edit: (draft) => setTitle(draft, 'own') })
    await own.settle()
    const link = encodeDraft(SHARED)
    for (let turn = 0; turn < 2; turn += 1) {
      const opened = openPage(link, storage)
      await opened.intake.openLink(link.slice(1))
      await opened.settle()
      expect(opened.draft().title).toBe('shared')
    }
    const back = openPage('', storage)
    await back.settle()
    expect(back.draft().title).toBe('shared')
    back.work.dispatch({ kind: 'undo' })
    expect(back.draft()).toMatchObject({ paste: ERROR, title: 'own' })
  })

  it('goes for good when it is forgotten, with the way back to it and the layer that was looked at', async () => {
    const storage = memory()
    const page = openPage('', storage)
    page.intake.takeText(ERROR)
    await page.settle()
    expect(storage.text).not.toBeNull()
    page.focus.showLayer('boundary')
    page.intake.forget()
    await page.settle()
    expect(storage.text).toBeNull()
    expect(page.focus.get()).toEqual({ layer: 'identity', revealed: null, step: null, isLayerChosen: false })
    page.work.dispatch({ kind: 'undo' })
    expect(page.draft()).toEqual(EMPTY_DRAFT)
  })

  it.each<[string, Partial<CaseStorage>]>([
    ['is full', { write: () => Promise.reject(new Error('full')) }],
    [
      'is refused',
      {
        hasCase: () => {
          throw new Error('refused')
        },
        write: () => Promise.reject(new Error('refused')),
        clear: () => Promise.reject(new Error('refused')),
      },
    ],
  ])('is told once, and works on, where the storage %s', async (_name, broken) => {
    const page = openPage('', { ...memory(), ...broken })
    page.intake.takeText(ERROR)
    await page.settle()
    const told = () => page.work.get().notices.filter(({ text }) => text.includes('can’t keep a copy'))
    expect(told()).toHaveLength(1)
    page.work.dispatch({ kind: 'edit', edit: (draft) => setTitle(draft, 'mine') })
    await page.settle()
    expect(told()).toHaveLength(1)
    expect(page.draft()).toMatchObject({ paste: ERROR, title: 'mine' })
    page.intake.forget()
    await page.settle()
    expect(page.draft()).toEqual(EMPTY_DRAFT)
  })

  it.each(['', '{', 'null', '[]', '{"version":1}', '{"version":1,"stored":{},"address":""}', '{"version":2}'])(
    'that cannot be read is none: %s',
    async (text) => {
      const page = openPage('', { ...memory(), hasCase: () => true, read: () => Promise.resolve(text) })
      await page.settle()
      expect(page.draft()).toEqual(EMPTY_DRAFT)
      expect(page.work.get().notices).toEqual([])
    },
  )
})

describe('what is long', () => {
  const LONG = `${ERROR}\n${'GET /health 200\n'.repeat(1000)}`
  const answerTo = async (text: string, startWorker = noWorkers) => {
    const page = openPage('', memory(), startWorker)
    page.intake.takeText(text)
    await page.settle()
    return page
  }
  const verdictOf = ({ diagnosis }: ReturnType<typeof openPage>) => diagnosis.get().explanation?.answer

  it('is read and judged in a worker, as the page itself would', async () => {
    const { start, seen } = fakeWorkers()
    const far = await answerTo(LONG, start)
    const here = await answerTo(LONG)
    expect(seen.asked.filter((kind) => kind === 'read')).toHaveLength(1)
    expect(seen.asked).toContain('judge')
    expect(verdictOf(far)).toBeDefined()
    expect(far.diagnosis.get()).toEqual(here.diagnosis.get())
    expect(far.diagnosis.get().draft).toBe(far.draft())
  })

  it('is read once: an edit beside it leaves what was read, and the request that it speaks of, the same objects', async () => {
    const { start } = fakeWorkers()
    const page = await answerTo(LONG, start)
    const { reading, built } = page.diagnosis.get()
    page.work.dispatch({ kind: 'edit', edit: (draft) => setTitle(draft, 'another') })
    await page.settle()
    const after = page.diagnosis.get()
    expect(after.draft.title).toBe('another')
    expect(reading?.denials).toHaveLength(1)
    expect(after.reading).toBe(reading)
    expect(after.built?.accessCase.request).toBe(built?.accessCase.request)
    page.intake.takeText(`${LONG}and more`)
    await page.settle()
    expect(page.diagnosis.get().reading?.text).toBe(`${LONG}and more`)
  })

  it('asks no worker for what is short', async () => {
    const { start, seen } = fakeWorkers()
    expect(verdictOf(await answerTo(ERROR, start))).toBeDefined()
    expect(seen.started).toBe(0)
  })

  it('shows no answer to another draft while it takes long, and none once it is stopped', async () => {
    // Workers that never answer to a judgement.
    const { start } = fakeWorkers()
    let ended = 0
    const page = await answerTo(ERROR, (onAnswer, onFailure) => {
      const worker = start(onAnswer, onFailure)
      return {
        ask: (request) => request.kind === 'read' && worker.ask(request),
        end() {
          ended += 1
          worker.end()
        },
        hasAnswered: worker.hasAnswered,
        rest: worker.rest,
      }
    })
    page.intake.takeText(LONG)
    await page.settle()
    for (const task of page.slow.splice(0)) task()
    expect(page.diagnosis.get()).toMatchObject({ progress: 'pending', explanation: null, draft: { paste: LONG } })
    page.diagnosis.stop()
    await page.settle()
    expect(page.diagnosis.get()).toMatchObject({ progress: 'stopped', failed: null, explanation: null })
    page.intake.takeText(ERROR)
    await page.settle()
    expect(verdictOf(page)).toBeDefined()
    // It had its time to come to an end.
    await vi.waitFor(() => expect(ended).toBe(1), 5_000)
  })

  it('can be stopped while it is read: nothing comes then, and what was there stays', async () => {
    const page = await answerTo(ERROR, () => ({
      ask: () => undefined,
      end: () => undefined,
      hasAnswered: () => false,
      rest: () => undefined,
    }))
    page.intake.takeText(LONG)
    await page.settle()
    const [notice] = page.work.get().notices
    expect(notice?.actions?.[0]?.label).toBe('Stop')
    notice!.actions![0]!.run()
    await page.settle()
    expect(page.draft().paste).toBe(ERROR)
    expect(page.work.get().notices).toEqual([])
  })

  it('is judged anew for each edit, and only the newest counts', async () => {
    const { start, seen } = fakeWorkers()
    const page = await answerTo(LONG, start)
    const before = seen.asked.length
    for (const title of ['a', 'b', 'c']) {
      page.work.dispatch({ kind: 'edit', edit: (draft) => setTitle(draft, title) })
      for (const task of page.tasks.splice(0)) task()
    }
    await page.settle()
    expect(page.diagnosis.get().draft.title).toBe('c')
    expect(verdictOf(page)).toBeDefined()
    // What was begun comes to its end, and what came between is never begun.
    expect(seen.asked.slice(before)).toEqual(['judge', 'judge'])
    expect(seen.ended).toBe(0)
  })
})
