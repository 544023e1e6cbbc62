import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, type Draft } from '../../draft/draft'
import { setTitle } from '../../draft/edit/edit-draft'
import { withoutCredentials } from '../../draft/file/without-credentials'
import { encodeDraft } from '../../permalink/permalink'
import { parseYaml } from '../../text/parse-yaml'
import type { Place } from './address'
import type { Engine } from './engine'
import { createMemo } from '../../diagnosis/memo'
import * as engineChunk from './engine-chunk'
// Loaded already: what is awaited here settles without a file.
import './policy-finder'
import { createIntake } from './intake-store'
import { fakeWorkers } from '../../testing/fake-worker'
import * as linkChunk from './link-chunk'
import { createLookedTexts } from './looked-texts'
import { createWorkLog } from './work-log'

const RUNS = Number(process.env.LAWS_RUNS ?? 20)

const error = (n: number) =>
  `User: arn:aws:iam::111122223333:user/u${n} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b${n}/k" because no identity-based policy allows the s3:GetObject action`

const document = (n: number) => ({
  Version: '2012-10-17',
  Statement: [{ Sid: `S${n}`, Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::b${n}/*` }],
})
const policy = (n: number) => JSON.stringify({ UserName: `u${n}`, PolicyName: `p${n}`, PolicyDocument: document(n) })
/** Long enough for the worker. */
const long = (n: number) => `${error(n)}\n${'Nothing else is said here.\n'.repeat(500)}`
const yaml = (n: number) =>
  `Version: '2012-10-17'\nStatement:\n  - Sid: S${n}\n    Effect: Allow\n    Action: s3:*\n    Resource: arn:aws:s3:::y${n}\n`
const linked: readonly Draft[] = [1, 2, 3].map((n) => ({ ...EMPTY_DRAFT, title: `link ${n}`, paste: error(10 + n) }))
const links = linked.map((draft) => encodeDraft(draft).slice(1))

/** Something that a person does. */
type Deed =
  | { readonly kind: 'paste' | 'file' | 'log'; readonly text: string }
  | { readonly kind: 'link'; readonly fragment: string }
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'undo' | 'redo' }

const small = fc.integer({ min: 1, max: 3 })
const text = fc.oneof(
  small.map(error),
  small.map(long),
  small.map(policy),
  small.map(yaml),
  fc.constant('nothing to see here'),
)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('paste' as const), text }) },
  fc.record({ kind: fc.constantFrom('file' as const, 'log' as const), text }),
  fc.record({ kind: fc.constant('link' as const), fragment: fc.constantFrom(...links) }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('title' as const), title: fc.constantFrom('one', 'two') }) },
  fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }),
)

/** Parts of the page that come when they are let go, in any order. */
function heldParts() {
  const held: (() => void)[] = []
  const part = <Part>(value: Part) =>
    new Promise<Part>((resolve) => {
      held.push(() => resolve(value))
    })
  return { held, part }
}

const turns = async () => {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve()
}

function open(part: <Part>(value: Part) => Promise<Part>) {
  let engine: Engine | null = null
  const work = createWorkLog(() => (engine === null ? null : withoutCredentials))
  let page: Place = 'workbench'
  const memo = createMemo()
  const intake = createIntake({
    work,
    engine: {
      now: () => engine,
      load: async () => {
        if (engine !== null) return engine
        const loaded = await part(engineChunk)
        engine = loaded
        work.clean()
        return loaded
      },
    },
    memo: () => (engine === null ? null : memo),
    looked: createLookedTexts(),
    loadLinks: () => part(linkChunk),
    readAhead: () => undefined,
    loadReaders: () => part({ yaml: parseYaml }),
    loadManaged: () => part([]),
    // What it answers is held back like any other part.
    startWorker: (onAnswer, onFailure) => fakeWorkers().start((answer) => void part(answer).then(onAnswer), onFailure),
    openLog: async (file) => part(await file.text()),
    openLogs: () => Promise.resolve(null),
    address: {
      page: () => page,
      goTo: (next) => {
        page = next
      },
      follow: () => undefined,
      show: () => undefined,
      clear: () => undefined,
    },
    onAddressed: () => undefined,
  })
  const run = (what: Deed): void => {
    switch (what.kind) {
      case 'paste':
        return intake.takeText(what.text)
      case 'file':
        return void intake.takeFiles([
          { name: 'x.json', size: what.text.length, text: () => part(what.text) } as unknown as File,
        ])
      case 'log':
        return void intake.takeLog(new Blob([what.text]), 'x.log')
      case 'link':
        return void intake.openLink(what.fragment)
      case 'title':
        return work.dispatch({ kind: 'edit', edit: (draft) => setTitle(draft, what.title) })
      default:
        return work.dispatch(what)
    }
  }
  return { work, run, intake }
}

/** What a page comes to where every part is there at once. */
async function inOrder(deeds: readonly Deed[]) {
  const { work, run } = open((value) => Promise.resolve(value))
  for (const what of deeds) {
    run(what)
    await new Promise((resolve) => setTimeout(resolve))
    await turns()
  }
  return work.get()
}

describe('what comes in while parts of the page still load', () => {
  it('comes to the same as if every part had been there: nothing is lost, and nothing overtakes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { minLength: 2, maxLength: 6 }),
        fc.array(fc.nat({ max: 30 }), { minLength: 40, maxLength: 40 }),
        async (deeds, order) => {
          const { held, part } = heldParts()
          const { work, run } = open(part)
          let at = 0
          const letOneGo = async () => {
            const [next] = held.splice((order[at++ % order.length] ?? 0) % held.length, 1)
            next?.()
            await turns()
          }
          for (const what of deeds) {
            run(what)
            // Logs are read by the machine, in its own turns.
            if (what.kind === 'log') await new Promise((resolve) => setTimeout(resolve))
            await turns()
            if ((order[at++ % order.length] ?? 0) % 3 === 0 && held.length > 0) await letOneGo()
          }
          while (held.length > 0) await letOneGo()
          await new Promise((resolve) => setTimeout(resolve))
          while (held.length > 0) await letOneGo()
          const expected = await inOrder(deeds)
          const { history, asked } = work.get()
          expect(history.draft).toEqual(expected.history.draft)
          expect(history.past).toEqual(expected.history.past)
          expect(history.future).toEqual(expected.history.future)
          expect(asked).toEqual(expected.asked)
        },
      ),
      { numRuns: RUNS },
    )
  })
})

describe('what is typed before the engine is here', () => {
  it('stands in the box at once, and is read in order when the engine comes', async () => {
    const { held, part } = heldParts()
    const { work, run, intake } = open(part)
    intake.typeText(error(1))
    expect(work.get().history.draft.paste).toBe(error(1))
    run({ kind: 'title', title: 'typed while it waits' })
    run({ kind: 'paste', text: policy(1) })
    intake.typeText(`${error(1)} `)
    while (held.length > 0) {
      held.pop()?.()
      await turns()
    }
    const { draft } = work.get().history
    expect(draft.paste).toBe(`${error(1)} `)
    expect(draft.title).toBe('typed while it waits')
    expect(draft.layers.identity.policies.map(({ name }) => name)).toEqual(['p1'])
  })
})

describe('a part that does not come', () => {
  it('is told with a button that really tries again, and what was given is kept and taken then', async () => {
    let fails = 2
    const { work, intake } = open((value) => {
      fails -= 1
      return fails >= 0 ? Promise.reject(new Error('offline')) : Promise.resolve(value)
    })
    intake.takeText(error(1))
    await turns()
    expect(work.get().history.draft.paste).toBe(error(1))
    const again = () => work.get().notices.flatMap(({ actions = [] }) => actions)[0]
    expect(again()?.label).toBe('Try again')
    work.dispatch({ kind: 'edit', edit: (draft) => setTitle(draft, 'meanwhile') })
    again()!.run()
    await turns()
    expect(again()?.label).toBe('Try again')
    again()!.run()
    await turns()
    expect(again()).toBeUndefined()
    expect(work.get().history.draft).toMatchObject({ paste: error(1), title: 'meanwhile' })
    expect(work.get().arrival).toMatchObject({ layer: null, step: null })
  })
})
