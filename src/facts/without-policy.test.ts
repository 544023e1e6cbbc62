import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { WITHOUT } from './without-policy'

const ACTIONS = JSON.parse(readFileSync('public/reference/actions.json', 'utf8')) as Record<string, [string, string]>
const SERVICES = Object.entries(WITHOUT).flatMap(([service, types]) => (types === null ? [service] : []))

it.each(SERVICES)('%s, whose things take no policy, has no action of AWS’s that stores one', (service) => {
  expect(ACTIONS[service]).toBeDefined()
  expect(ACTIONS[service]?.[0].split(' ').filter((name) => /ResourcePolicy$/.test(name))).toEqual([])
})
