import { onlyOne } from '../text/only-one'
import type { RowMatch, Observation } from './knowledge'
import { admitsText, type TokenAllow } from './oidc-trust-statement'
import { comparedWith, comparedWithText, lettingIn, tokenTrap } from './token-cause'
import type { TokenTrapId } from './token-traps'

/** A repository in an address of GitHub’s, which spells owner and name as its tokens do. */
const ADDRESS = /\bgithub\.com[/:]([\w.-]{1,60}\/[\w-]{1,100})(?=\.git\b|[\s/"'),;.]|$)/gi

/** The repository that a subject names whole. */
const OF_SUBJECT = /^repo:([^:*?@]{1,160}):/

/** A name of owner and repository, as people and logs write it; one in a path, an image's name or a subject is none. */
const IN_WORDS = /(?<![\w./:@-])[\w.-]{1,60}\/[\w-]{1,100}(?![\w/@:-])/g

/** A repository that the text shows in another case than the trust policy writes it. */
export const repositoryInOtherCase = (
  seen: Observation,
  allows: readonly TokenAllow[],
): readonly RowMatch<TokenTrapId>[] => {
  const shown = [
    ...[...seen.text.matchAll(ADDRESS)].map(([, repository = '']) => repository),
    ...(seen.text.match(IN_WORDS) ?? []),
  ]
  return allows
    .filter(({ provider }) => provider === 'github')
    .flatMap((allow) =>
      allow.subjects.flatMap(({ key, operatorText, values }) =>
        values.flatMap(({ text }): readonly RowMatch<TokenTrapId>[] => {
          const named = OF_SUBJECT.exec(text)?.[1]
          const real = shown.find((one) => one.toLowerCase() === named?.toLowerCase())
          if (named === undefined || real === undefined || shown.includes(named)) return []
          const subject = text.replace(named, real)
          if (/IgnoreCase$/i.test(operatorText) || values.some((one) => one.text === subject)) return []
          return [
            tokenTrap(seen, {
              id: 'token-subject-in-other-case',
              facts: { subject },
              strength: 'shown',
              for: [{ kind: 'text', text: real }, ...comparedWithText(text)],
              values: [{ key, value: subject }],
              statement: lettingIn(allow, key, subject),
            }),
          ]
        }),
      ),
    )
}

/** A job that is a reusable workflow of a repository. */
const USED_WORKFLOW =
  /\buses["']?:\s{0,3}["']?([\w.-]{1,60}\/[\w.-]{1,100})\/\.github\/workflows\/|\breusable\sworkflow\s(?:of|in|from)\s["'`]?([\w.-]{1,60}\/[\w-]{1,100})/gi

/** The repository in which a run began. */
const CALLING =
  /\bGITHUB_REPOSITORY["']?\s?[:=]\s?["']?([\w.-]{1,60}\/[\w-]{1,100})|\b(?:caller|calling)\srepo(?:sitory)?\s(?:is\s)?["'`]?([\w.-]{1,60}\/[\w-]{1,100})/gi

/** The repositories that a pattern finds. */
const repositoriesIn = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, first, second]) => first ?? second ?? '')

/**
 * A subject of the repository that holds the reusable workflow, where the token has that of the one that calls it.
 * https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/using-openid-connect-with-reusable-workflows
 */
export const repositoryOfWorkflow = (
  seen: Observation,
  allows: readonly TokenAllow[],
): readonly RowMatch<TokenTrapId>[] => {
  const holders = repositoriesIn(seen.text, USED_WORKFLOW)
  const github = allows.filter(({ provider }) => provider === 'github')
  const tests = github.flatMap((allow) => allow.subjects.map((test) => ({ allow, test })))
  const values = tests.flatMap(({ test }) => test.values.map(({ text }) => text))
  const named = values.map((text) => OF_SUBJECT.exec(text)?.[1])
  const [holder] = named
  const isOfHolders = named.every((one) => one !== undefined && holders.includes(one))
  const [first] = tests
  if (first === undefined || holder === undefined || !isOfHolders) return []
  const calling = onlyOne(repositoriesIn(seen.text, CALLING))
  if (calling === holder) return []
  const subject = (values[0] ?? '').replace(holder, calling ?? 'OWNER/REPO')
  return [
    tokenTrap(seen, {
      id: 'token-subject-of-called-workflow',
      facts: { holder, subject },
      strength: 'shown',
      for: [{ kind: 'text', text: holder }, ...comparedWithText(values[0] ?? '')],
      ...(calling !== undefined && {
        values: [{ key: first.test.key, value: subject }],
        statement: lettingIn(first.allow, first.test.key, subject),
      }),
    }),
  ]
}

/** A subject that is known, and that differs from what is wanted in the letters' case alone. */
export const otherCase = (
  seen: Observation,
  allows: readonly TokenAllow[],
  subject: string | null,
): readonly RowMatch<TokenTrapId>[] =>
  allows.flatMap((allow) =>
    allow.subjects
      .filter((test) => subject !== null && !admitsText(test, subject, false) && admitsText(test, subject, true))
      .map((test) =>
        tokenTrap(seen, {
          id: 'token-subject-in-other-case',
          facts: { subject: subject! },
          strength: 'supported',
          for: [{ kind: 'subject', text: subject! }, ...comparedWith([test])],
          values: [{ key: test.key, value: subject! }],
          statement: lettingIn(allow, test.key, subject!),
        }),
      ),
  )
