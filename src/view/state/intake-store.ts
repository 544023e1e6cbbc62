import { STATE_TEXTS } from './messages'
import { messageText } from '../../text/message-text'
import type { EvidenceOffer } from '../../diagnosis/take-evidence'
import { EMPTY_DRAFT, type Draft } from '../../draft/draft'
import type { PasteReading } from '../../draft/paste/read-paste-with'
import type { FindPolicies } from '../../policy/policy-readers'
import type { UnplacedPolicy } from '../../draft/paste/place-policies'
import { stepOf } from '../../permalink/link-parts'
import type { Engine } from './engine'
import { LONGEST_IN_BOX, type Intake } from './intake'
import type { IntakeNotice } from './notices'
import { LONGEST_HERE } from './heavy/heavy-messages'
import { actionsOfFile, takeEach } from './take-files'
import { createReadAhead } from './read-ahead'
import { createTextReader } from './text-reader'
import type { TakenText, WorkAction } from './work'
import type { Slot } from './work-log'
import { isWholeText, isAddedText, withoutOld } from './intake-texts'
import { asTyped, notices, withResult } from './intake-answers'
import type { IntakeInput } from './intake-input'

/** Fragments of exercises and decks; they have their own page. */
const OTHER_LINKS: readonly (readonly [start: string, what: string])[] = [
  ['x', 'an exercise'],
  ['d', 'a deck'],
]

/** How evidence comes in, without what was said of it: that is part of the work. */
export interface IntakeStore extends Omit<Intake, 'forget'> {
  /** Does what comes, in the place that it has from now on. */
  readonly bring: (come: () => Promise<readonly WorkAction[]>) => Promise<void>
}

/** Everything that comes in, as functions of the draft that it then finds, in the order in which it came. */
export function createIntake(input: IntakeInput): IntakeStore {
  const { work, engine, memo, address, onAddressed, looked } = input
  const reader = createTextReader(input)
  const ahead = createReadAhead(input)

  /** Takes what was read into the draft. What can be done about it then is a button, with which the notice goes. */
  const takingWith =
    ({ takeEvidence }: Engine, findPolicies: FindPolicies | null) =>
    (reading: PasteReading) =>
    (draft: Draft, asked: readonly UnplacedPolicy[]): TakenText => {
      const taken = takeEvidence(draft, reading, findPolicies, asked, memo()?.denialsOf)
      const button = ({ label, edit }: EvidenceOffer) => ({
        label,
        run: () => {
          work.dispatch({ kind: 'edit', edit })
          work.dispatch(notices())
        },
      })
      return {
        ...taken,
        notices: taken.notices.map(({ offers, ...notice }) => ({ ...notice, actions: offers.map(button) })),
      }
    }

  /** Fills a slot with what comes; while it cannot come, says so and offers to try again. */
  const attempt = async (
    slot: Slot,
    come: (say: (notice: IntakeNotice) => void) => Promise<readonly WorkAction[]>,
    meanwhile: readonly WorkAction[] = [],
  ) => {
    slot.showMeanwhile(meanwhile)
    try {
      slot.fill(await come((notice) => slot.showMeanwhile([...meanwhile, notices(notice)])))
    } catch {
      const again = { label: 'Try again', run: () => void attempt(slot, come, meanwhile) }
      slot.showMeanwhile([
        ...meanwhile,
        notices({ tone: 'deny', text: STATE_TEXTS.aPartIsNotLoaded, actions: [again] }),
      ])
    }
  }

  /** Reads a fragment as a case. `orElse`: what happens for one that cannot be read. */
  const openFragment = async (
    fragment: string,
    orElse: (notice: IntakeNotice) => readonly WorkAction[],
    onOpen: () => void = () => undefined,
  ): Promise<readonly WorkAction[]> => {
    onAddressed(null)
    const [{ found: opened, linkSentence, askedAgain }] = await Promise.all([ahead.opened(fragment), engine.load()])
    if ('problem' in opened) return orElse({ tone: 'deny', text: linkSentence(opened.problem) })
    onOpen()
    onAddressed(opened.draft)
    const asked = askedAgain(opened.draft)
    return [{ kind: 'arrive', draft: opened.draft, notices: [], step: stepOf(fragment), asked }]
  }

  /** Opens a link that was pasted: one that cannot be read leaves the case as it is. */
  const followLink = async (fragment: string): Promise<readonly WorkAction[]> => {
    const [, what] = OTHER_LINKS.find(([start]) => fragment.startsWith(start)) ?? []
    if (what === undefined)
      return openFragment(
        fragment,
        (notice) => [notices(notice)],
        () => address.show(`#${fragment}`),
      )
    address.follow(`#${fragment}`)
    return [notices({ tone: 'allow', text: messageText(STATE_TEXTS.theLinkHeldWhat, { what }) })]
  }

  const read = async (
    text: string,
    say: (notice: IntakeNotice) => void,
    group?: string,
    file?: string,
  ): Promise<readonly WorkAction[]> => {
    ahead.ofText(text)
    const loaded = await engine.load()
    const stoppable = (run: () => void) =>
      say({ tone: 'allow', text: STATE_TEXTS.theTextIsLong, actions: [{ label: 'Stop', run }] })
    const reading = await reader.read(text, stoppable)
    if (reading === null) return []
    if (reading.link !== null) return followLink(reading.link)
    const finder = await loaded.finderFor(work.get().history.draft)
    const called = file === undefined ? reading : await loaded.withNameOfFile(reading, file)
    const take: WorkAction = {
      kind: 'take',
      take: takingWith(loaded, finder)(called),
      ...(group === undefined ? {} : { group }),
    }
    return [take]
  }

  /** Puts a text into the box as it stands. */
  const typing =
    (text: string) =>
    ({ setPaste }: Engine): WorkAction => ({
      kind: 'edit',
      edit: (draft) => setPaste(draft, text, memo()?.denialsOf, looked.isClean),
      group: 'paste',
    })

  /** Reads what was put beside the text in the box: policies that came to an error so are taken like any that come with one. */
  const readAdded = async (before: string, text: string): Promise<readonly WorkAction[]> => {
    const loaded = await engine.load()
    const reading = await reader.read(text)
    const added = reading && withoutOld(reading, before)
    const isTaken = added?.policies.length && added.denials.some(({ kind }) => kind !== 'not-authorization')
    if (!isTaken) return [typing(text)(loaded)]
    const finder = await loaded.finderFor(work.get().history.draft)
    return [{ kind: 'take', take: takingWith(loaded, finder)(added) }]
  }

  const takeOpened = (open: () => Promise<string | null>): Promise<void> =>
    attempt(work.begin(), async (say) => {
      if (address.page() !== 'trail') address.goTo('trail')
      try {
        const text = await open()
        if (text === null) return []
        address.goTo('workbench')
        return await read(text, say)
      } catch (error) {
        address.goTo('workbench')
        throw error
      }
    })
  const takeLog: Intake['takeLog'] = (file, name) => takeOpened(() => input.openLog(file, name))
  const takeLogs: Intake['takeLogs'] = (files, name) => takeOpened(() => input.openLogs(files, name))

  const toWorkbench = () => {
    if (address.page() === 'trail') address.goTo('workbench')
  }

  const takeText: Intake['takeText'] = (text) => {
    if (text.length > LONGEST_IN_BOX) return void takeLog(new Blob([text]), 'the paste')
    toWorkbench()
    const isShown = engine.now() === null && work.get().history.draft.paste === ''
    void attempt(work.begin(), (say) => read(text, say, isShown ? 'paste' : undefined), isShown ? [asTyped(text)] : [])
  }

  return {
    takeText,
    takeLog,
    takeLogs,
    tell: (...said) => work.dispatch(notices(...said)),
    bring: (come) => attempt(work.begin(), come),
    whenLoaded: (deed) =>
      attempt(work.begin(), async () => {
        await deed()
        return []
      }),
    tellProblem: (problem) =>
      attempt(work.begin(), async () => {
        const { linkSentence } = await input.loadLinks()
        return [notices({ tone: 'deny', text: linkSentence(problem) })]
      }),
    typeText(text) {
      if (text.length > LONGEST_IN_BOX) return takeText(text)
      const now = engine.now()
      if (isWholeText(work.get().history.draft.paste, text)) {
        if (now !== null) return takeText(text)
        return void attempt(work.begin(), (say) => read(text, say, 'paste'), [asTyped(text)])
      }
      const before = work.get().history.draft.paste
      if (isAddedText(before, text)) return void attempt(work.begin(), () => readAdded(before, text), [asTyped(text)])
      if (now !== null && text.length <= LONGEST_HERE) return work.dispatch(typing(text)(now))
      const come = async () => {
        // Read before, it is not read in the page when it is put into the draft.
        if (text.length > LONGEST_HERE) await reader.read(text)
        return [typing(text)(await engine.load())]
      }
      void attempt(work.begin(), come, [asTyped(text)])
    },
    takeFiles: (files) =>
      takeEach(files, {
        text(file, isBeside) {
          toWorkbench()
          return attempt(work.begin(), (say) =>
            actionsOfFile(file, isBeside, (text) => read(text, say, undefined, file.name)),
          )
        },
        log: (file) => takeLog(file, file.name),
        logs: (many) =>
          takeLogs(
            many.map((blob) => ({ name: blob.name, blob, isDeflated: false })),
            `${String(many.length)} files`,
          ),
      }),
    takeError(text) {
      onAddressed(null)
      return attempt(
        work.begin(),
        async (say) => {
          const actions = await read(text, say, 'paste')
          return actions.map((action) => (action.kind === 'take' ? withResult(action, onAddressed) : action))
        },
        engine.now() === null ? [asTyped(text)] : [],
      )
    },
    openDraft(draft) {
      address.clear()
      work.dispatch({ kind: 'arrive', draft, notices: [], step: null })
      void attempt(work.begin(), async () => {
        await engine.load()
        return []
      })
    },
    openLink: (fragment) =>
      attempt(work.begin(), () =>
        openFragment(fragment, (notice) => {
          onAddressed(EMPTY_DRAFT)
          return [{ kind: 'arrive', draft: EMPTY_DRAFT, notices: [notice], step: null }]
        }),
      ),
    amend: (asked, text) => {
      void attempt(work.begin(), () => Promise.resolve([{ kind: 'amend', asked, text }]))
    },
    put: (asked, layer) =>
      attempt(work.begin(), async () => {
        const { putPolicy } = engine.now() ?? (await engine.load())
        return [{ kind: 'put', asked, edit: (draft) => putPolicy(draft, asked, layer, memo()?.denialsOf) }]
      }),
  }
}
