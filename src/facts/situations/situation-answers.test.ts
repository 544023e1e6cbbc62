import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { wordsOfCommand } from '../../text/command-text'
import { CHANGING_COMMANDS, DECIDING_COMMANDS } from './deciding-commands'
import type { SituationAnswer } from './situation-row'
import { SITUATION_ANSWERS } from './situation-answers'
import { exampleOfShape } from './example-of-shape'
import { findSays } from './find-says'
import { SITUATION_ROWS, SITUATIONS, type SituationId } from './situations'

describe('what is said of a situation', () => {
  it.each(Object.entries(SITUATION_ANSWERS) as [string, SituationAnswer][])(
    '%s: each change has a sentence, a page, and the day on which it was compared with it or a word that it was not',
    (_, { changes }) => {
      for (const { says, page, confirmed } of changes) {
        expect(says).toMatch(/^[A-Z].*\.$/)
        expect(page).toMatch(/^https:\/\/[\w.-]+\/\S+$/)
        expect(confirmed).toMatch(/^(?:2026-\d\d-\d\d|unconfirmed)$/)
      }
    },
  )

  it.each(Object.entries(SITUATION_ANSWERS) as [SituationId, SituationAnswer][])(
    '%s: each shape fills the gaps of what it means, and the title is short',
    (id, { title, means }) => {
      expect(title.split(' ').length).toBeLessThanOrEqual(12)
      const gaps = [...means.matchAll(/\{([a-z]+)\}/gi)].map(([gap]) => gap)
      for (const shape of SITUATIONS[id].says ?? []) expect(gaps.filter((gap) => !shape.includes(gap))).toEqual([])
    },
  )

  it.each(Object.entries(SITUATION_ANSWERS) as [string, SituationAnswer][])(
    '%s: a blank to fill in is one word of its command, so that the shell reads it as one',
    (_, { check = '', changes }) => {
      const commands = [check, ...changes.flatMap(({ run = '', option }) => [run, option?.words ?? ''])]
      const words = commands.flatMap(wordsOfCommand)
      const torn = words.filter((word) => (word.match(/</g) ?? []).length !== (word.match(/>/g) ?? []).length)
      expect(torn).toEqual([])
    },
  )

  it('takes a command of several situations from the tables of these', () => {
    const written = readdirSync('src/facts/situations/answers').flatMap((file) =>
      (readFileSync(`src/facts/situations/answers/${file}`, 'utf8').match(/'[^'\n]{12,400}'/g) ?? []).map(
        (text) => [text.slice(1, -1), file] as const,
      ),
    )
    const known = new Set<string>([...Object.values(DECIDING_COMMANDS), ...Object.values(CHANGING_COMMANDS)])
    expect(written.filter(([text]) => known.has(text))).toEqual([])
  })

  it('names the same service in its sentences as in its statement, and in its command', () => {
    const PRINCIPAL = /\b(?:[a-z][a-z\d-]*\.){1,3}amazonaws\.com\b/g
    const wrong = (Object.entries(SITUATION_ANSWERS) as [SituationId, SituationAnswer][]).flatMap(
      ([id, { title, means, changes }]) => {
        const { refused = '', decides } = SITUATIONS[id]
        const said = new Set([title, means, ...changes.map(({ says }) => says)].join(' ').match(PRINCIPAL))
        const isTold = said.size === 0 || said.has(refused)
        const inStatement =
          refused.endsWith('.amazonaws.com') && (decides === 'trust' || decides === 'resource') && !isTold
            ? [`${id}: ${refused}`]
            : []
        const inCommands = changes.flatMap(({ run = '' }) =>
          wordsOfCommand(run).filter(
            (word, at, all) => all[at - 1] === '--principal' && word.includes('.amazonaws.com') && !said.has(word),
          ),
        )
        return [...inStatement, ...inCommands.map((word) => `${id}: ${word}`)]
      },
    )
    expect(wrong).toEqual([])
  })

  it('offers nothing that its first sentence says to leave', () => {
    const wrong = (Object.entries(SITUATION_ANSWERS) as [SituationId, SituationAnswer][]).flatMap(
      ([
        id,
        {
          changes: [first],
        },
      ]) =>
        /^(?:Leave|Drop|Don’t)\b/.test(first.says) && (first.option?.is === 'added' || first.run !== undefined)
          ? [`${id}: ${first.says}`]
          : [],
    )
    expect(wrong).toEqual([])
  })

  it('fills an option with the kind of id that it takes: an ARN where it takes one, and a name elsewhere', () => {
    // https://docs.aws.amazon.com/cli/latest/reference/redshift/modify-cluster-iam-roles.html
    const TAKES_ARNS = /-arns?$|^--target$|^--add-iam-roles$|^--policy-source-arn$/
    const HOLDS_ARN = /^\{(?:resource|principal|\w+(?:Arn|Policy))\}$/
    const wrong = (Object.entries(SITUATION_ANSWERS) as [string, SituationAnswer][]).flatMap(
      ([id, { check, changes }]) =>
        [check ?? '', ...changes.map(({ run = '' }) => run)].map(wordsOfCommand).flatMap((words) =>
          words.flatMap((word, at) => {
            const option = words[at - 1] ?? ''
            return option.startsWith('--') && /^\{\w+\}$/.test(word) && TAKES_ARNS.test(option) !== HOLDS_ARN.test(word)
              ? [`${id}: ${option} ${word}`]
              : []
          }),
        ),
    )
    expect(wrong).toEqual([])
  })

  it('names where a service grants its own permissions only where no policy of IAM decides, or the service has policies beside IAM', () => {
    const named = (Object.entries(SITUATION_ANSWERS) as [SituationId, SituationAnswer][]).filter(
      ([, { grantedIn }]) => grantedIn !== undefined,
    )
    expect(named.length).toBeGreaterThan(25)
    const byIam = named.filter(([id]) => SITUATIONS[id].decides !== 'none').map(([id]) => id)
    expect(byIam.toSorted()).toEqual([
      'device-credentials',
      'iot-certificate-policy',
      'iot-event-refused',
      'iot-identity-policy',
      'search-collection-access',
    ])
  })

  it.each(SITUATION_ROWS.flatMap(([id, row]) => (row.says ?? []).map((says) => [id, says] as const)))(
    '%s: a sentence of the shape “%s” is found',
    (id, says) => {
      const sentence = exampleOfShape({ ...SITUATIONS[id], says: [says] }) ?? ''
      expect(findSays(sentence), sentence).not.toEqual([])
    },
  )

  it('overrules a refusal near it by the words of a pattern only', () => {
    const without = SITUATION_ROWS.filter(([, { overrules, pattern }]) => overrules !== undefined && !pattern)
    expect(without.map(([id]) => id)).toEqual([])
  })

  it('finds nothing in a text that speaks of permissions, roles and keys without an error', () => {
    expect(SITUATION_ROWS.length).toBeGreaterThan(200)
    expect(
      findSays(
        'The role needs permission to assume the key. The service trusts the account, and access was denied once.',
      ),
    ).toEqual([])
  })
})
