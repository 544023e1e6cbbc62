import type { AccessCheckId } from './access-checks'
import type { BeyondCode, ProofCode } from './comparison'
import type { TriedCaller } from './tried-callers'

/** The headline of a comparison: what it opens, and what it loses. */
export const COMPARISON_HEADLINES = {
  same: 'Nothing changes: both versions allow the same requests.',
  opens: 'The new version opens {new}.',
  loses: 'The new version opens nothing and removes {lost}.',
  both: 'The new version opens {new} and removes {lost}.',
  unsure: 'Nothing new was found, but not everything could be compared.',
} as const

/** Actions that have no name of their own. */
export const ACTION_WORDS = {
  all: 'every action',
  any: 'every action of every other service',
  others: 'every other action of {services}',
} as const

/** Resources that are not named one by one. */
export const RESOURCE_WORDS = {
  every: 'every resource',
  except: 'every resource except {except}',
} as const

/** What is new or lost, in one sentence. */
export const CHANGE_MESSAGES = {
  'on-resource': '{actions} on {resources}.',
  'beyond-resource': '{actions} on {resources}, where only {elsewhere} was allowed.',
  'beyond-resource-lost': '{actions} on {resources}, where only {elsewhere} is still allowed.',
  'without-condition': '{actions} on {resources}, even if the test of {keys} isn’t met.',
  'without-condition-lost': '{actions} on {resources}, if the test of {keys} isn’t met.',
  'past-deny': '{actions} on {resources}, which a Deny blocked before.',
  'past-deny-lost': '{actions} on {resources}, which a Deny now blocks.',
  'if-allowed-elsewhere': '{actions} on {resources}, where another policy allows it: no Deny blocks it any more.',
  'if-allowed-elsewhere-lost': '{actions} on {resources}, even if another policy allows it: a Deny now blocks it.',
} as const

/** What a new statement names and does not allow. */
export const IDLE_MESSAGE = '{action}: the statement lets no request for it through.'

/** Whom from outside new access reaches. */
export const OUTSIDE_MESSAGES = {
  public: 'Public access: anyone in any account, or even without signing in, gains some of it.',
  conditional: 'Access across accounts: callers of any account that meets its conditions gain some of it.',
  accounts: 'Access across accounts: callers of {accounts} gain some of it.',
} as const

/** Who gains or loses it. */
export const CALLER_MESSAGES: Readonly<Record<TriedCaller['is'], string>> = {
  anonymous: 'Anyone, even without signing in',
  'other-account': 'Anyone in any AWS account',
  'other-of-account': 'Others in an account that is named',
  service: 'An AWS service',
  named: 'Callers that the policy names',
  holder: 'Whoever has this policy',
}

/** Why nothing else differs. */
export const PROOF_MESSAGES: Readonly<Record<ProofCode, string>> = {
  'same-statements': 'Both versions hold the same statements.',
  'only-less': 'Statements were only taken away or narrowed by a Deny, so nothing new can pass.',
  'every-class-tried': 'Complete: one request of each kind was evaluated with both versions.',
}

/** What was beyond the comparison. */
export const BEYOND_MESSAGES: Readonly<Record<BeyondCode, string>> = {
  'unreadable-policy': 'A policy can’t be read in full.',
  'masked-text': 'Part of a policy is masked or filled in elsewhere, so it can be any text.',
  'policy-variables': 'A policy variable was tried with one value only.',
  'too-many-resources': 'There are too many patterns of resources to try them all.',
  'too-many-contexts': 'There are too many conditions to try every combination.',
  'too-many-requests': 'There are too many kinds of requests to try them all.',
  'too-long': 'Trying every kind of request takes too long, so the search was ended.',
  'other-callers': 'A pattern of callers was tried with one example only.',
  'other-callers-of-case':
    'Only the case’s own caller was tried, and a policy that changed is about others too. Compare that policy alone.',
}

/** What a policy is called that stands for all that was not compared. */
export const BESIDE_LAYER = 'Assumed to allow everything'

/** The words of a report for a review. */
export const REPORT_WORDS = {
  new: 'New',
  lost: 'Lost',
  example: 'A request that proves it:',
  careful: 'Careful:',
  can: 'lets its holder',
  incomplete: 'Not everything could be compared:',
} as const

/** What became of the checks of a change: by proof, by a request, or neither. */
export const ACCESS_CHECK_MESSAGES = {
  'no-new-access': {
    name: 'No new access',
    passes: 'No new access: proven.',
    fails: 'No new access: fails. {request} is allowed now.',
    unsure: 'No new access: can’t say. None was found, but not everything could be compared.',
  },
  'access-not-granted': {
    name: 'Access not granted',
    passes: 'Access not granted: proven. The new version grants none of it.',
    fails: 'Access not granted: fails. The new version allows {request}.',
    unsure: 'Access not granted: can’t say. None was found, but not everything could be compared.',
  },
  'no-public-access': {
    name: 'No public access',
    passes: 'No public access: proven. No statement allows anyone from any account.',
    fails: 'No public access: fails. Anyone may call {request}.',
    unsure: 'No public access: can’t say. None was found, but not everything could be compared.',
  },
} as const satisfies Readonly<Record<AccessCheckId, Readonly<Record<'name' | 'passes' | 'fails' | 'unsure', string>>>>

/** Nothing new is allowed, and a Deny that stopped others is gone. */
export const FREED_MESSAGE = 'No new access: can’t say. A Deny is gone, so another policy may now allow {request}.'
