import { onlyOne } from '../text/only-one'
import { matchWildcard } from '../iam/wildcard'
import { coversForm, readClaimForm } from '../iam/claim-form'
import { AUDIENCE_ACTION, audiencesOf, subjectOf } from './token-subject'
import { allowsOf } from './given-policies'
import type { Clue, RowMatch, Facts, Observation } from './knowledge'
import { factsOf, fill, hasGaps, textsIn } from './observe'
import { admits, admitsText, tokenAllow, type TokenAllow } from './oidc-trust-statement'
import { TOKEN_FORMS, TOKEN_PROVIDERS, type TokenForm, type TokenFormId, type TokenProviderId } from './token-forms'
import { issuerOfAnother, misspeltIssuer } from './find-token-issuer'
import { wildcardsTakenLiterally, writtenMistakes } from './find-token-mistakes'
import { otherCase, repositoryInOtherCase, repositoryOfWorkflow } from './find-token-repository'
import type { TokenTrapId } from './token-traps'
import {
  type TokenId,
  WEB_IDENTITY_ACTION,
  acceptedBy,
  comparedWith,
  comparedWithText,
  lettingIn,
  tokenCause,
  tokenTrap,
} from './token-cause'

const PROVIDERS = Object.keys(TOKEN_PROVIDERS) as readonly TokenProviderId[]
const FORMS = Object.entries(TOKEN_FORMS) as readonly (readonly [TokenFormId, TokenForm])[]

/** Parts of subjects that are others in the next job: a pattern lets in any. */
const OF_ONE_JOB = /\{(?:stepUuid|step|commit|user)\}/g

/** The number of a tag, which is another in the next release. */
const OF_ONE_RELEASE = /(?<=:ref:refs\/tags\/[a-z_-]{0,20})\d.*$/i

/** The part at its end stays as open as the policy has it. */
const withOpenEnd = (subject: string, { openEnd }: TokenForm, written: string): string =>
  openEnd !== undefined && written.endsWith(`${openEnd}*`) && subject.includes(openEnd)
    ? `${subject.slice(0, subject.lastIndexOf(openEnd) + openEnd.length)}*`
    : subject

/** The subject of a form as the next job has it too. */
const lastingSubject = (form: TokenForm, facts: Facts & { readonly subject: string }): string => {
  const lasting = form.subject.replace(OF_ONE_JOB, '*')
  return lasting === form.subject
    ? facts.subject
    : fill(lasting, { ...facts, ...readClaimForm(facts.subject, form.subject) })
}

/** The subject of a form that the text tells by what the job ran on, where the policy names the rest of it. */
const subjectOfRun = (
  { text }: Observation,
  { ranOn, subject }: TokenForm,
  read: Facts,
): { readonly subject: string; readonly shown: string } | null => {
  const runs = ranOn === undefined ? [] : [...text.matchAll(ranOn)]
  const shown = onlyOne(runs.map(([whole]) => whole))
  if (shown === undefined) return null
  const whole = fill(subject, { ...read, ...runs[0]?.groups })
  return hasGaps(whole) || whole.includes('*') ? null : { subject: whole, shown }
}

/** Does the text show that the token has another form? */
const isOtherForSure = ({ text }: Observation, { unless }: TokenForm): boolean =>
  FORMS.some(([id, { surelyBy }]) => id === unless && surelyBy?.test(text) === true)

/** Forms of the subject that no statement lets in. With the subject known, only its own. */
const missedForms = (
  seen: Observation,
  allows: readonly TokenAllow[],
  subject: string | null,
): readonly RowMatch<TokenFormId>[] =>
  FORMS.flatMap(([id, form]) => {
    if (subject === null && isOtherForSure(seen, form)) return []
    const own = allows.filter(({ provider }) => provider === form.provider)
    const tests = own.flatMap(({ subjects }) => subjects)
    const [example] = tests.flatMap(({ values }) => values)
    const forms = form.usual === undefined ? [form.subject] : [form.usual, form.subject]
    const read = Object.assign(
      {},
      ...tests.flatMap(({ values }) => values.flatMap(({ text }) => forms.map((one) => readClaimForm(text, one)))),
    ) as Facts
    const ran = subject === null ? subjectOfRun(seen, form, read) : null
    const isLetIn = (test: TokenAllow['subjects'][number]): boolean =>
      ran === null ? admits(test, form.subject) : admitsText(test, ran.subject, false)
    if (own.length === 0 || own.some(({ subjects }) => subjects.every(isLetIn))) return []
    if (subject !== null && !coversForm(subject, form.subject, false)) return []
    const facts = {
      ...factsOf(seen),
      ...read,
      subject: subject ?? ran?.subject.replace(OF_ONE_RELEASE, '*') ?? fill(form.subject, read),
      written: example?.text ?? '',
    }
    const signs: readonly Clue[] = ran === null ? textsIn(seen, form.signs) : [{ kind: 'text', text: ran.shown }]
    const isUnasked = form.isOfOutside === true && subject === null && signs.length === 0
    return [
      tokenCause({
        id,
        row: form,
        facts,
        strength: subject !== null || signs.length > 0 || form.isCommon ? 'supported' : 'possible',
        for: [
          ...(subject === null ? [] : [{ kind: 'subject', text: subject } as const]),
          ...comparedWith(tests),
          ...signs,
        ],
        values: [{ key: tests[0]?.key ?? '', value: facts.subject }],
        statement: isUnasked
          ? null
          : lettingIn(own[0]!, tests[0]?.key ?? '', withOpenEnd(lastingSubject(form, facts), form, facts.written)),
      }),
    ]
  })

/** The text names the token's audience, and no test of it lets that in. */
const audienceOfAnother = (seen: Observation, allows: readonly TokenAllow[]): readonly RowMatch<TokenTrapId>[] => {
  const shown = audiencesOf(seen)
  const tests = allows.flatMap(({ audiences }) => audiences)
  const [audience] = shown
  if (audience === undefined || tests.length === 0 || allows.some(({ audiences }) => audiences.length === 0)) return []
  if (shown.some((one) => tests.some((test) => admitsText(test, one, false)))) return []
  const [test] = tests
  // Where no subject is tested, one audience more lets in every token of the provider that has it.
  const isOpen = allows.some(({ provider, subjects }) => provider !== 'cognito' && subjects.length === 0)
  // What an action asks for unless it's told another is less than what the text names.
  const strength = seen.text.includes(audience) ? 'shown' : 'supported'
  const isOfPools = allows.every(({ provider }) => provider === 'cognito')
  const id = isOpen
    ? 'token-audience-without-subject'
    : isOfPools
      ? 'token-of-another-pool'
      : 'token-audience-of-another'
  return [
    tokenTrap(seen, {
      id,
      facts: { audience, accepted: acceptedBy(tests), written: test?.values[0]?.text ?? '' },
      strength,
      for: [...textsIn(seen, [audience.toLowerCase(), AUDIENCE_ACTION]).slice(0, 1), ...comparedWith(tests)],
      values: [{ key: test?.key ?? '', value: audience }],
    }),
  ]
}

/** Would a test let in a text, if its wildcards were read as such? That they are not is a mistake of its own. */
const isMeantToAdmit = ({ values }: TokenAllow['subjects'][number], text: string): boolean =>
  values.some((value) => matchWildcard(value.text, text))

/** The token's subject is known, and no test lets it in, though it is of no form that has a row of its own. */
const subjectOfAnother = (
  seen: Observation,
  allows: readonly TokenAllow[],
  subject: string | null,
): readonly RowMatch<TokenTrapId>[] => {
  const tests = allows.flatMap(({ subjects }) => subjects)
  if (subject === null || tests.length === 0 || allows.some(({ subjects }) => subjects.length === 0)) return []
  if (tests.some((test) => admitsText(test, subject, true) || isMeantToAdmit(test, subject))) return []
  const [test] = tests
  return [
    tokenTrap(seen, {
      id: 'token-subject-of-another',
      facts: { subject, accepted: acceptedBy(tests) },
      strength: 'shown',
      for: [{ kind: 'subject', text: subject }, ...comparedWith(tests)],
      values: [{ key: test?.key ?? '', value: subject }],
      statement: allows[0] ? lettingIn(allows[0], test?.key ?? '', subject) : null,
    }),
  ]
}

const otherAudience = (seen: Observation, allows: readonly TokenAllow[]): readonly RowMatch<TokenTrapId>[] =>
  allows.flatMap(({ provider, audiences }) => {
    const usual = provider === null ? [] : TOKEN_PROVIDERS[provider].audiences
    if (usual.length === 0) return []
    return audiences
      .filter((test) => !usual.some((audience) => admits(test, audience)))
      .map((test) =>
        tokenTrap(seen, {
          id: 'token-audience-unusual',
          facts: { written: test.values[0]?.text ?? '', audience: usual[0]! },
          strength: 'supported',
          for: comparedWith([test]),
          values: [{ key: test.key, value: usual[0]! }],
        }),
      )
  })

/** Does the trust policy given here ask for an audience that its provider’s tokens have only where a job sets it? */
export const asksUnusualAudience = (seen: Observation): boolean => otherAudience(seen, tokenAllowsOf(seen)).length > 0

/** GitLab runs jobs on branches and on tags; a job of a merge request has the branch that it comes from. */
const REF_TYPE = /:ref_type:([^:*?]{1,40}):/
const REF_TYPES: ReadonlySet<string> = new Set(['branch', 'tag'])

const unknownRefTypes = (seen: Observation, allows: readonly TokenAllow[]): readonly RowMatch<TokenTrapId>[] =>
  allows.flatMap(({ provider, subjects }) =>
    (provider === 'gitlab' ? subjects : []).flatMap(({ values }) =>
      values.flatMap(({ text }) => {
        const refType = REF_TYPE.exec(text)?.[1]
        if (refType === undefined || REF_TYPES.has(refType)) return []
        return [
          tokenTrap(seen, {
            id: 'token-ref-type-unknown',
            facts: { written: text, refType },
            strength: 'supported',
            for: [...comparedWithText(text), { kind: 'compared-with', text: refType }],
          }),
        ]
      }),
    ),
  )

const SERVICE_ACCOUNT = /^system:serviceaccount:([^:*?]{1,80}):([^:*?]{1,80})$/

/** The subject that the token of a pod has to have: a namespace and a service account. */
const podsLetIn = (
  seen: Observation,
  allows: readonly TokenAllow[],
  subject: string | null,
): readonly RowMatch<TokenTrapId>[] =>
  allows.flatMap(({ provider, subjects }) => {
    if (subject !== null && subjects.every((test) => admitsText(test, subject, false))) return []
    const value = subjects.flatMap(({ values }) => values).find(({ text }) => SERVICE_ACCOUNT.test(text))
    const [, namespace, serviceAccount] = SERVICE_ACCOUNT.exec(value?.text ?? '') ?? []
    if (provider !== 'eks' || value === undefined || !namespace || !serviceAccount) return []
    return [
      tokenTrap(seen, {
        id: 'token-of-another-pod',
        facts: { namespace, serviceAccount },
        strength: 'supported',
        for: comparedWithText(value.text),
      }),
    ]
  })

/** Without a trust policy: what the tokens of the provider look like whom the paste speaks of. */
const providersNamed = (seen: Observation): readonly RowMatch<TokenProviderId>[] =>
  PROVIDERS.flatMap((id) => {
    const row = TOKEN_PROVIDERS[id]
    const signs = textsIn(seen, row.signs)
    return signs.length === 0 ? [] : [tokenCause({ id, row, facts: factsOf(seen), strength: 'possible', for: signs })]
  })

/** What the trust policies given here ask of a token. */
const tokenAllowsOf = (seen: Observation): readonly TokenAllow[] =>
  allowsOf(seen.policies, 'trust', WEB_IDENTITY_ACTION).map(({ statement }) => tokenAllow(statement))

/** What can keep a token of an identity provider out of a role. */
export const findTokenCauses = (seen: Observation): readonly RowMatch<TokenId>[] => {
  if (seen.action?.toLowerCase() !== WEB_IDENTITY_ACTION.toLowerCase()) return []
  const allows = tokenAllowsOf(seen)
  const general = tokenTrap(seen, { id: 'token-role-or-provider', strength: 'possible', for: [] })
  if (allows.length === 0) return [...providersNamed(seen), general]
  const subject = subjectOf(seen)
  // Where the repository is another, so are all forms with it.
  const called = subject === null ? repositoryOfWorkflow(seen, allows) : []
  const missed = called.length > 0 ? [] : missedForms(seen, allows, subject)
  const mistakes = writtenMistakes(seen, allows)
  // A claim that is compared with what another one holds has no value of its own here.
  const isMixedUp = mistakes.some(({ id }) => id === 'token-claims-mixed-up')
  return [
    ...issuerOfAnother(seen, allows),
    ...misspeltIssuer(seen, allows),
    ...wildcardsTakenLiterally(seen, allows),
    ...(isMixedUp ? [] : audienceOfAnother(seen, allows)),
    ...(subject === null ? repositoryInOtherCase(seen, allows) : otherCase(seen, allows, subject)),
    ...called,
    ...mistakes,
    ...unknownRefTypes(seen, allows),
    // What the policy itself shows goes before the forms that a subject might have.
    ...(isMixedUp ? [] : otherAudience(seen, allows)),
    ...missed,
    ...(missed.length === 0 ? subjectOfAnother(seen, allows, subject) : []),
    ...podsLetIn(seen, allows, subject),
    general,
  ]
}
