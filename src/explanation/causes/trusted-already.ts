import { arnsOfKind } from '../../iam/arn-in-text'
import { lastInPath, parseArn } from '../../iam/arn'
import { isServicePrincipal } from '../../iam/principal'
import type { Denial } from '../../denial/denial'
import type { SituationShape } from '../../facts/situations/situation-row'
import { situationWhereTrusted, SITUATIONS } from '../../facts/situations/situations'
import type { Cause } from '../answer'
import { TRUSTED_ALREADY } from '../messages/trusted-already'
import { layerResult, saidOfSituation, type JudgedCase } from '../judged-case'
import { meansOf } from '../words/kind-words'
import { rowPhrase } from '../words/row-phrase'
import { isRunAlready } from '../steps/run-already'
import { literal } from '../steps/script'
import { NO_FACTS, type KnownFacts } from './known-facts'
import { OF_REQUEST } from './cause-of-request'
import { isLetInForSure } from './granted'
import { stoppedByGiven } from './tell-given'
import { commandOfRow, situationFacts } from './tell-no-policy'

const PAGE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html'

/** So much of a text is looked through for roles. */
const MOST_READ = 20_000

/** What two roles have in common that differ by their path alone. */
const nameOf = (arn: string): string => {
  const { account = '', resource = '' } = parseArn(arn) ?? {}
  return `${account} ${lastInPath(resource)}`
}

/** Roles of the text that differ by their path alone, one of them that of the request where it names one. */
function namesakes(text: string, role: string): readonly string[] {
  const found = [...new Set(arnsOfKind(text.slice(0, MOST_READ), 'role'))]
  const name = role === '' ? found.map(nameOf).find((one, at, all) => all.indexOf(one) !== at) : nameOf(role)
  return found.filter((arn) => nameOf(arn) === name)
}

/** Do the words of the error speak of other calls than this one? A trust policy that was pasted beside them tells nothing of these. */
const isOfOtherCall = ({ situation }: Denial): boolean => {
  const { actions = [] }: SituationShape = situation === undefined ? { decides: 'open' } : SITUATIONS[situation]
  return actions.length > 0 && !actions.includes('sts:AssumeRole')
}

/** A service can’t assume a role whose trust policy, as it was pasted, lets it: then another role was named, or it is new. */
function trustedAlready(judged: JudgedCase): Cause | null {
  const { accessCase, denial, evaluation } = judged
  const { principal, action, resource } = accessCase.request
  if (
    denial === null ||
    isOfOtherCall(denial) ||
    action.toLowerCase() !== 'sts:assumerole' ||
    !isServicePrincipal(principal)
  )
    return null
  if (!isLetInForSure(layerResult(evaluation, 'trust'))) return null
  const text = accessCase.error ?? ''
  const facts = { service: principal, roles: namesakes(text, resource) }
  const name = lastInPath(parseArn(resource)?.resource ?? '') || '<role>'
  const look = literal(['aws', 'iam', 'get-role', '--role-name', name, '--query', 'Role.Arn', '--output', 'text'])
  return {
    ...OF_REQUEST,
    ground: 'call-shown',
    code: 'trusted-already',
    layer: 'none',
    decision: 'none',
    title: TRUSTED_ALREADY.title(facts),
    sentence: TRUSTED_ALREADY.sentence(facts),
    speaksFor: [],
    speaksAgainst: [],
    evidence: null,
    check: isRunAlready(text, look) ? null : { sentence: [], command: look, isPasted: true },
    remedy: TRUSTED_ALREADY.remedy(facts),
    statements: [],
    page: PAGE,
  }
}

/** The same where the service uses only roles that it was given in another way too, as those associated with a cluster. */
function notGivenOtherwise(judged: JudgedCase, trusted: Cause): Cause {
  const id = situationWhereTrusted(judged.denial?.situation)
  const said = id === null ? null : saidOfSituation(judged, id)
  if (id === null || said === null) return trusted
  const facts = situationFacts(judged)
  const [{ says, page }] = said.changes
  return {
    ...trusted,
    code: id,
    title: said.title,
    sentence: meansOf(said, facts),
    check: said.check === undefined ? null : { sentence: [], command: commandOfRow(said.check, facts), isPasted: true },
    remedy: rowPhrase(says, facts),
    page,
  }
}

/** What is known of a denial, where the role trusts the service already: nothing is to be added to its trust policy. */
export function withTrustedAlready(judged: JudgedCase, known: KnownFacts): KnownFacts {
  const trusted = known === NO_FACTS ? null : trustedAlready(judged)
  if (trusted === null) return known
  const { situation } = judged.denial ?? {}
  // The role's own policy may be here too: what it lacks of what the row asks is then the cause.
  const found =
    (situation === undefined ? null : stoppedByGiven(judged, situation)) ?? notGivenOtherwise(judged, trusted)
  return { ...known, causes: [found, ...known.causes.filter(({ layer }) => layer !== 'trust')] }
}
