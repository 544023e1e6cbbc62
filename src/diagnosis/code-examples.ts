import type { AccessCase } from '../case/access-case'
import { EMPTY_DRAFT, type Draft } from '../draft/draft'
import { addLevel, addPolicy, containersOf, policiesOn } from '../draft/edit/edit-layers'
import { takePaste } from '../draft/paste/take-paste'
import { restoreCase } from '../draft/file/case-file'
import findings from '../explanation/vectors/findings.json'
import accounts from '../facts/situations/vectors/accounts.json'
import applications from '../facts/situations/vectors/applications.json'
import compute from '../facts/situations/vectors/compute.json'
import data from '../facts/situations/vectors/data.json'
import delivery from '../facts/situations/vectors/delivery.json'
import general from '../facts/situations/vectors/general.json'
import keys from '../facts/situations/vectors/keys.json'
import databases from '../facts/situations/vectors/databases.json'
import devices from '../facts/situations/vectors/devices.json'
import learning from '../facts/situations/vectors/learning.json'
import oversight from '../facts/situations/vectors/oversight.json'
import platforms from '../facts/situations/vectors/platforms.json'
import programs from '../facts/situations/vectors/programs.json'
import others from '../facts/situations/vectors/others.json'
import kinds from '../facts/situations/vectors/kinds.json'
import operations from '../facts/situations/vectors/operations.json'
import sending from '../facts/situations/vectors/sending.json'
import stores from '../facts/situations/vectors/stores.json'
import storage from '../facts/situations/vectors/storage.json'
import { CASE_LAYERS, hasLevels, type Layer } from '../iam/layers'
import { ROW_VECTORS } from '../knowledge/row-vectors'
import { policiesOfSeen, type SeenCase } from '../knowledge/seen-case'
import actionChecks from '../policy/vectors/checks/actions.json'
import conditionChecks from '../policy/vectors/checks/conditions.json'
import documentChecks from '../policy/vectors/checks/document.json'
import grantChecks from '../policy/vectors/checks/grants.json'
import guardChecks from '../policy/vectors/checks/guards.json'
import principalChecks from '../policy/vectors/checks/principals.json'
import resourceChecks from '../policy/vectors/checks/resources.json'
import shapeChecks from '../policy/vectors/checks/shapes.json'
import valueChecks from '../policy/vectors/checks/values.json'
import ofLayers from './vectors/code-pages.json'

/** The rows of a table with the case in which each applies, as their tests have them. */
type Vectors<Name extends string> = readonly (Readonly<Record<Name, string>> & { readonly fires: unknown })[]

const SEEN: Vectors<'id'> = [...ROW_VECTORS, ...ofLayers]
const SAID: Vectors<'id'> = [
  ...accounts,
  ...applications,
  ...compute,
  ...data,
  ...delivery,
  ...general,
  ...keys,
  ...databases,
  ...devices,
  ...learning,
  ...oversight,
  ...platforms,
  ...programs,
  ...others,
  ...kinds,
  ...operations,
  ...sending,
  ...stores,
  ...storage,
]
const FOUND: Vectors<'code'> = findings
const CHECKED: Vectors<'code'> = [
  ...actionChecks,
  ...conditionChecks,
  ...documentChecks,
  ...grantChecks,
  ...guardChecks,
  ...principalChecks,
  ...resourceChecks,
  ...shapeChecks,
  ...valueChecks,
]

/** A policy that a check speaks of, where it stands: statements, or a whole document. */
interface CheckedPolicy {
  readonly type: Layer
  readonly fires: unknown
  /** How many copies of the first statement make the policy; {n} in it is the number. */
  readonly repeat?: number
}

function documentOf({ fires, repeat = 1 }: CheckedPolicy): unknown {
  if (!Array.isArray(fires)) return fires
  const [first] = fires as readonly unknown[]
  const copies = (n: number): unknown => JSON.parse(JSON.stringify(first).replace('{n}', String(n)))
  const statements: unknown = repeat === 1 ? fires : Array.from({ length: repeat }, (_, n) => copies(n))
  return { Version: '2012-10-17', Statement: statements }
}

/** A policy alone, with no error that it explains. */
function draftOfChecked(checked: CheckedPolicy): Draft {
  const { type } = checked
  const layer = type === 'trust' ? 'resource' : type
  const bare = hasLevels(layer) ? addLevel(EMPTY_DRAFT.layers, layer, 0, { target: 'Root', policies: [] }) : undefined
  const text = JSON.stringify(documentOf(checked), null, 2)
  const layers = addPolicy(bare ?? EMPTY_DRAFT.layers, { layer, level: bare ? 0 : null }, { name: 'given', text })
  return { ...EMPTY_DRAFT, layers, request: type === 'trust' ? { action: 'sts:AssumeRole' } : {} }
}

const LAYERS = ['identity', 'resource', 'endpoint'] as const

/** A case that is written in short as a page has it: what is left out is not given. */
function draftOfSeen(seen: SeenCase): Draft {
  const policies = policiesOfSeen(seen)
  const { draft } = takePaste(EMPTY_DRAFT, seen.paste)
  const layers = LAYERS.reduce((given, layer) => {
    const [one] = [policies[layer] ?? []].flat()
    const text = JSON.stringify(one?.document, null, 2)
    return one ? addPolicy(given, { layer, level: null }, { name: one.name ?? '', text }) : given
  }, draft.layers)
  const context = Object.fromEntries((seen.absent ?? []).map((key) => [key, { state: 'absent' } as const]))
  return { ...draft, layers, context: { ...draft.context, ...context } }
}

/** A case that a finding speaks of; `denial`: and AWS denied it, in these words or without any. */
interface FoundCase extends Omit<AccessCase, 'version'> {
  readonly denial?: unknown
}

function draftOfFound({ denial, ...given }: FoundCase): Draft | null {
  const [, operation = ''] = given.request.action.split(':')
  const error = `An error occurred (AccessDenied) when calling the ${operation} operation: Access Denied`
  const restored = restoreCase({ version: 1, ...given, ...(denial === undefined ? {} : { error }) })
  return 'draft' in restored ? restored.draft : null
}

/** The case that a code explains, as it opens in the page: the one that the code's own test asserts. Null where there is none. */
export function exampleOfCode(code: string): Draft | null {
  const seen = SEEN.find(({ id }) => id === code)
  if (seen) return draftOfSeen(seen.fires as SeenCase)
  const said = SAID.find(({ id }) => id === code)
  if (said) return takePaste(EMPTY_DRAFT, String(said.fires)).draft
  const found = FOUND.find((one) => one.code === code)
  if (found) return draftOfFound(found.fires as FoundCase)
  const checked = CHECKED.find((one) => one.code === code)
  return checked ? draftOfChecked(checked as unknown as CheckedPolicy) : null
}

/** The same as a text: the error that is pasted, else the policy. Null where there is none. */
export function exampleText(code: string): string | null {
  const draft = exampleOfCode(code)
  if (draft === null) return null
  const texts = CASE_LAYERS.flatMap((layer) =>
    containersOf(draft.layers, layer).flatMap((container) =>
      policiesOn(draft.layers, container).map(({ text }) => text),
    ),
  )
  return draft.paste || (texts[0] ?? null)
}
