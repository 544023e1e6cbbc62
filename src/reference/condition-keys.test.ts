import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../.ci/built-reference'
import { findKey } from './action-keys'
import { BEYOND_REFERENCE } from '../facts/keys/beyond-reference'
import { CONDITION_KEYS, keyRow, KEY_ROWS, sourceOf } from '../facts/keys/condition-keys'
import { KEY_CHANGES } from '../facts/keys/key-changes'
import { contentOfKey, KEY_CONTENTS } from '../facts/keys/key-contents'
import type { ConditionKeyRow } from '../facts/keys/key-row'
import { VALUE_FORMS } from '../facts/keys/value-forms'

/** A key as a policy would write it. */
const written = (name: string) => (/[/:]$/.test(name) ? `${name}x` : name)

const ofService = KEY_ROWS.filter(({ name }) => !name.startsWith('aws:'))

/** What the reference says of a row's key; null where its service does not list it. */
const inReference = ({ name }: ConditionKeyRow) => {
  const service = BUILT_REFERENCE.service(name.slice(0, name.indexOf(':')))
  return service === null ? null : findKey(service, written(name))
}

/** A key whose second half is a name that the reference lists one by one. */
const UNLISTED: readonly string[] = ['kms:RecipientAttestation:']

describe('the registry of condition keys', () => {
  it('has one row a key', () => {
    const names = KEY_ROWS.map(({ name }) => name.toLowerCase())
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    for (const row of KEY_ROWS) expect(keyRow(written(row.name).toUpperCase())).toBe(row)
  })

  it('knows what a key holds, and how a call changes it, only of keys that it has', () => {
    const names = new Set(KEY_ROWS.map(({ name }) => name))
    for (const name of [...Object.keys(KEY_CONTENTS), ...Object.keys(KEY_CHANGES)])
      expect(names.has(name), name).toBe(true)
  })

  it('names the services’ keys that AWS lists', () => {
    const unlisted = ofService.filter((row) => inReference(row) === null).map(({ name }) => name)
    expect(unlisted.toSorted()).toEqual(UNLISTED.toSorted())
  })

  it('agrees with AWS’s tables on types, and on which are lists', () => {
    const differing = ofService.flatMap((row) => {
      const known = inReference(row)
      if (known === null) return []
      const isSame = known.type === row.type && known.multivalued === (row.multivalued === true)
      return isSame ? [] : [`${row.name}: ${row.type} ${row.multivalued ?? ''}, ${known.type} ${known.multivalued}`]
    })
    expect(differing).toEqual([])
  })

  it('says where each row comes from, and when it was compared', () => {
    for (const row of KEY_ROWS) {
      expect(sourceOf(row).page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/\S+$/)
      expect(sourceOf(row).confirmed).toMatch(/^(?:2026-\d\d-\d\d|unconfirmed)$/)
    }
  })

  it('tells of each global key what it holds and when it is there', () => {
    for (const row of KEY_ROWS.filter(({ name }) => name.startsWith('aws:'))) {
      expect(contentOfKey(row.name), row.name).toMatch(/^[A-Z].*[.?]$/)
      expect(row.when, row.name).toBeDefined()
    }
    expect(CONDITION_KEYS.length).toBeGreaterThan(70)
  })

  it('holds values of the form that a row says', () => {
    for (const [name, { isValue, example }] of Object.entries(VALUE_FORMS)) expect(isValue(example), name).toBe(true)
  })
})

describe('what the reference leaves out', () => {
  it('names keys and actions that exist', () => {
    for (const { keys, actions } of BEYOND_REFERENCE) {
      for (const action of actions) expect(BUILT_REFERENCE.service(action.split(':')[0] ?? ''), action).not.toBeNull()
      expect(keys.length).toBeGreaterThan(0)
    }
  })
})
