import { CAUSE_REMEDIES, DENIED_FACTS, UNSEEN } from '../messages/answers'
import { CIRCUMSTANCES, type Circumstance } from '../../knowledge/circumstances'
import type { SituationShape } from '../../facts/situations/situation-row'
import { SITUATIONS } from '../../facts/situations/situations'
import { own } from '../../text/own'
import type { Clue, ClueKind, RowMatch } from '../../knowledge/knowledge'
import { withMessages, type KnowledgeId, type RowMessages, type WordedRow } from '../../knowledge/likely-causes'
import { CLUE_MESSAGES } from '../../knowledge/messages/clues'
import { serviceOfAction } from '../../iam/action'
import { isServicePrincipal, parsePrincipal } from '../../iam/principal'
import { CALL_FACTS } from '../../facts/calls/call-facts'
import { replaceHoles } from '../../iam/find-holes'
import { ANY_PART } from '../../iam/any-part'
import type { Layer } from '../../iam/layers'
import type { Phrase } from '../../text/phrase'
import type { Cause, FurtherCheck } from '../answer'
import { cutOffOf } from './cut-off'
import type { StatementJson } from './least-statement'
import { matchWildcard } from '../../iam/wildcard'
import type { JudgedCase } from '../judged-case'
import { evidenceOfGrant, grantOf, saidOfGrant } from './granted'
import { lineOf } from './line-of'
import { literal } from '../steps/script'
import { missingFact, denyingFact, type LayerFact } from '../words/layer-fact'
import { lacksPart, type Lacks } from '../../text/lacks'
import { weightOf } from './clue-weights'
import { rowPhrase, withBlanks } from '../words/row-phrase'
import type { KnownFacts } from './known-facts'
import { deniedThoughLetIn } from './denied-though-let-in'
import { evidenceOfWritten } from './written-value'
import { lackRemedy, mendOf } from './cause-remedies'
import { isBesideTests } from './beside-tests'
import { groundOf, isOfRow, type TestedRow } from './ground-of-row'
import { allowing, statementJson } from './row-statement'
import { asOfRole } from './service-role'
import { firstLacking, isCallLetThrough, testCheck, testRequest, isByTestsAlone, type CheckTest } from './tested-check'

const clueWords = ({ kind, text, line }: Clue): Phrase =>
  rowPhrase(CLUE_MESSAGES[kind], { text, ...(line !== undefined && { line }) })

/** Clues on which statements name an action: the evaluation says it better. */
const OF_NAMES: ReadonlySet<ClueKind> = new Set<ClueKind>(['named', 'not-named', 'unconfirmed'])

const wordsOf = (clues: readonly Clue[]): readonly Phrase[] =>
  clues.filter(({ kind }) => !OF_NAMES.has(kind)).map(clueWords)

/** What the cause says that the call is checked for beside the request itself. */
const checksOf = (
  { fix, asks, carriesNo }: RowMatch<KnowledgeId>,
  { accessCase }: JudgedCase,
): readonly FurtherCheck[] => {
  const asked = (asks ?? []).map(({ principal, action, resource }) => ({
    principal: principal ?? null,
    action,
    resource,
  }))
  const needed = fix.statements.flatMap(({ actions, resource, principal, condition }) =>
    resource === undefined || condition !== undefined
      ? []
      : actions.map((action) => ({ principal: principal?.Service ?? null, action, resource })),
  )
  const { action } = accessCase.request
  return [...asked, ...needed]
    .filter((one) => one.principal !== null || one.action.toLowerCase() !== action.toLowerCase())
    .map((one) => ({ ...one, resource: withBlanks(one.resource), ...(carriesNo && { carriesNo }) }))
}

const factPhrase = ({ judged, result }: CheckTest, { fact }: { readonly fact: LayerFact }): Phrase =>
  result === null
    ? []
    : DENIED_FACTS[fact.code]({ layer: result.layer, action: judged.accessCase.request.action, ...fact })

/** Why the policies of a layer do not let a check through. */
const lackOf = (test: CheckTest): LayerFact | null => {
  if (test.result === null) return null
  const deny = test.result.statements.find(({ effect, matches }) => effect === 'Deny' && matches === 'yes')
  return deny ? denyingFact(test.judged, test.result, deny) : missingFact(test.judged, test.result)
}

const allowed = ({ judged, result, check }: CheckTest): readonly Phrase[] => {
  const grant = result === null ? null : grantOf(judged, result.layer)
  return grant === null ? [] : [saidOfGrant(judged, grant, check.action, lineOf(judged, evidenceOfGrant(grant)))]
}

const NOT_TESTED: TestedRow = { tests: [], shown: null, isRefuted: false, isAllowed: false }

const testedAsRequest = (judged: JudgedCase, layer: Layer, id: KnowledgeId): TestedRow => {
  const situation = own<SituationShape>(SITUATIONS, id)
  const test = testRequest(judged, layer, situation === undefined || situation.refused !== undefined)
  const isLacking = test.outcome === 'lacking' || test.outcome === 'misplaced'
  const isAllowed = test.outcome === 'allowed'
  return { tests: [test], shown: isLacking ? test : null, isRefuted: isAllowed, isAllowed }
}

const tested = (judged: JudgedCase, known: RowMatch<KnowledgeId>): TestedRow => {
  if (known.layer === 'none') return NOT_TESTED
  const layer: Layer = known.layer
  if (isOfRow(judged, known)) return testedAsRequest(judged, layer, known.id)
  const isOfLack =
    known.decision === 'implicitDeny' && own<Circumstance>(CIRCUMSTANCES, known.id)?.lacksRequest === true
  const asRequest = isOfLack ? testedAsRequest(judged, layer, known.id) : null
  if (asRequest?.isAllowed === true) return asRequest
  const checks = checksOf(known, judged)
  const lacking = known.asks === undefined ? null : firstLacking(judged, checks)
  if (lacking !== null) return { tests: [lacking], shown: lacking, isRefuted: false, isAllowed: false }
  const mayBeCut = layer === 'identity' && known.asks === undefined && known.strength === 'supported'
  const cutOff = mayBeCut ? cutOffOf(judged, checks) : null
  if (cutOff !== null) return { tests: [cutOff.first], shown: cutOff.first, isRefuted: false, isAllowed: false, cutOff }
  const tests = checks.map((check) => testCheck(judged, layer, check))
  // What S3 answers in the place of an error is asked for only once the read itself is let through.
  const isReached = known.carriesNo === undefined || isCallLetThrough(judged, layer, known.fix.statements[0]?.resource)
  const misplaced = isReached ? tests.find(({ outcome }) => outcome === 'misplaced') : undefined
  const shown = misplaced ?? tests.find((one) => one.outcome === 'lacking')
  const isAllowed = tests.length > 0 && tests.every((one) => one.outcome === 'allowed')
  // What else the call reaches is let through: that says nothing of the Deny that stopped this part of it.
  const isOfDeny = known.decision === 'explicitDeny' && known.strength === 'shown'
  return { tests, shown: shown ?? null, isRefuted: known.asks === undefined && isAllowed && !isOfDeny, isAllowed }
}

/** What the words ask for is allowed by the policies given here: another layer denies it. */
const elsewhere = ({ tests }: TestedRow, about: FurtherCheck, known: WordedRow): Cause => ({
  code: 'deny-elsewhere',
  ground: 'fact-supported',
  basis: 'likely',
  weight: 0,
  isRefuted: false,
  about,
  layer: 'none',
  decision: 'explicitDeny',
  sentence: UNSEEN['denied-elsewhere'](about.action),
  speaksFor: [...tests.flatMap(allowed), rowPhrase(known.said.says, known.facts)],
  speaksAgainst: [],
  note: [],
  evidence: null,
  check: null,
  remedy: CAUSE_REMEDIES['find-deny'](),
  statements: [],
  page: known.page,
})

/**
 * What the repair takes. Where the request is what the row asks for: of the service whose policy it is, on what was asked;
 * nothing where a statement for it is there, which the repair of the layer mends.
 */
const statementsOf = (
  judged: JudgedCase,
  known: RowMatch<KnowledgeId>,
  { shown }: TestedRow,
): readonly StatementJson[] => {
  const { statements } = known.fix
  if (!isOfRow(judged, known) || shown === null) return statements.map(statementJson)
  if (isByTestsAlone(shown)) return []
  const { action, resource } = judged.accessCase.request
  return statements.flatMap((statement): readonly StatementJson[] => {
    const actions = statement.actions.filter((one) => serviceOfAction(one) === serviceOfAction(action))
    // Of a part that nobody names the row may know where it is.
    const open = resource === '' ? '*' : replaceHoles(resource.replaceAll(ANY_PART, '*'), 'request', '*')
    const isOpen = open !== resource && matchWildcard(open, statement.resource ?? '')
    const on = isOpen || statement.resource === '*' ? statement.resource : resource.replaceAll(ANY_PART, '*')
    return actions.length === 0
      ? []
      : [statementJson({ ...statement, actions, ...(on !== undefined && { resource: on }) })]
  })
}

/** Is it a key that a call needs besides, where an AWS service calls as itself, which no identity-based policy can allow? */
const isKeyOfService = ({ accessCase }: JudgedCase, { id, decision, fix: { statements } }: WordedRow): boolean =>
  decision === 'implicitDeny' &&
  Object.hasOwn(CALL_FACTS, id) &&
  isServicePrincipal(accessCase.request.principal) &&
  statements.length > 0 &&
  statements.every(({ actions }) => actions.every((action) => serviceOfAction(action) === 'kms'))

/** What fixes it: no Allow, where a Deny decides. */
const fixOf = (judged: JudgedCase, known: WordedRow): Phrase => {
  const { decision, facts, said } = known
  const { principal, action } = judged.accessCase.request
  if (isKeyOfService(judged, known))
    return CAUSE_REMEDIES['let-service-use-key'](principal, serviceOfAction(action) === 'sqs')
  return rowPhrase(decision === 'explicitDeny' ? (said.fixOfDeny ?? said.fix) : said.fix, facts)
}

/** What is left of it, where the policies given here let through all that the service asks for. */
const asLeft = (known: WordedRow, { isAllowed }: TestedRow): WordedRow => {
  const { left, fix } = known
  return left === undefined || !isAllowed ? known : { ...known, ...left, fix: { ...fix, statements: [] } }
}

const toCause = (judged: JudgedCase, row: WordedRow): Cause => {
  const found = asOfRole(row.id, tested(judged, row))
  const known = asLeft(row, found)
  const { id, facts, check, fix, said } = known
  const lack = found.shown && lackOf(found.shown)
  const about = found.shown?.check ?? found.tests[0]?.check ?? null
  const isPassed = known.asks !== undefined && found.isAllowed && about !== null
  if (isPassed && known.leaves === undefined) return elsewhere(found, about, known)
  const says = rowPhrase(said.says, facts)
  // What a policy that was pasted shows is the cause, and what the row knows of such calls explains it.
  const isMissed = found.cutOff !== undefined || (isOfRow(judged, known) && found.shown && isByTestsAlone(found.shown))
  const lacked = known.saysLack && judged.denial?.action === null ? found.shown : null
  const missed = isMissed ? found.shown : lacked
  const shows = found.shown && lack ? [factPhrase(found.shown, { fact: lack })] : []
  return {
    code: id,
    ground: groundOf(judged, known, found),
    basis: 'likely',
    weight: weightOf(known.for) - weightOf(known.against),
    isRefuted: (found.isRefuted && known === row) || isPassed,
    ...(known.against.some(({ kind }) => kind === 'parameter-not-seen') && { isUnseen: true as const }),
    about,
    layer: found.shown?.result?.layer ?? known.layer,
    decision: known.decision,
    ...(said.title !== undefined && { title: said.title }),
    sentence: (missed && shows[0]) ?? says,
    speaksFor: [...(missed ? [says] : []), ...wordsOf(known.for), ...(missed ? [] : shows)],
    speaksAgainst: [
      ...wordsOf(known.against),
      ...((found.isAllowed && known === row) || isPassed ? found.tests.flatMap(allowed) : []),
    ],
    note: known.confirmed === 'unconfirmed' ? rowPhrase(CLUE_MESSAGES.unconfirmed, {}) : [],
    evidence: lack?.evidence ?? null,
    writtenAt: evidenceOfWritten(judged, known),
    check: check && { sentence: [], command: literal(check.map(withBlanks)), isPasted: true },
    remedy: found.cutOff
      ? CAUSE_REMEDIES['allow-in-limit'](found.cutOff.statements, found.cutOff.layer)
      : ((missed?.result &&
          (missed === lacked ? lackRemedy(missed.judged, missed.result) : mendOf(judged, missed.result))) ??
        fixOf(judged, known)),
    statements: found.cutOff?.statements ?? (lacked ? allowing(lacked) : statementsOf(judged, known, found)),
    ...(fix.run && { run: literal(fix.run.map(withBlanks)) }),
    page: known.page,
  }
}

/** Would it take an identity-based policy of an AWS service that calls as itself? It has none; only a key lets it in by its own. */
const isOfNobody = ({ accessCase }: JudgedCase, { fix: { layer, statements } }: RowMatch<KnowledgeId>): boolean =>
  parsePrincipal(accessCase.request.principal)?.kind === 'service' &&
  layer === 'identity' &&
  statements.length > 0 &&
  statements.every(({ actions }) => actions.every((action) => serviceOfAction(action) !== 'kms'))

/** What the rows that fit a denial say, each tested by the evaluation. */
export function rowCauses(
  judged: JudgedCase,
  rows: readonly RowMatch<KnowledgeId>[],
  messages: RowMessages | undefined,
): KnownFacts | Lacks {
  const fitting = rows.filter((one) => !isOfNobody(judged, one) && !isBesideTests(judged, one))
  const known = withMessages(fitting, messages)
  if (lacksPart(known)) return known
  const isCaller = ({ strength }: RowMatch<KnowledgeId>): boolean => strength === 'context'
  return {
    causes: known
      .filter((one) => !isCaller(one))
      .flatMap((one) => deniedThoughLetIn(judged, one) ?? [toCause(judged, one)]),
    // It says where a change of its own layer belongs, and nothing of another one.
    callers: known.filter(isCaller).map((one) => ({ ...toCause(judged, one), layer: one.fix.layer })),
  }
}
