import type { RowMatch, Observation } from './knowledge'
import type { TokenAllow } from './oidc-trust-statement'
import { comparedWithText, lettingIn, tokenTrap } from './token-cause'
import type { TokenTrapId } from './token-traps'

/** A repository in an address of GitHub’s, which spells owner and name as its tokens do. */
const ADDRESS = /\bgithub\.com[/:]([\w.-]{1,60}\/[\w-]{1,100})(?=\.git\b|[\s/"'),;.]|$)/gi

/** The repository that a subject names whole. */
const OF_SUBJECT = /^repo:([^:*?@]{1,160}):/

/** A repository that the text shows in another case than the trust policy writes it. */
export const repositoryInOtherCase = (
  seen: Observation,
  allows: readonly TokenAllow[],
): readonly RowMatch<TokenTrapId>[] => {
  const shown = [...seen.text.matchAll(ADDRESS)].map(([, repository = '']) => repository)
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
