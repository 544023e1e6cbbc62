// Runs the command on the files that the action was given, and hands what it prints to the job: summary, annotations, outputs.
import { spawnSync } from 'node:child_process'
import { appendFileSync } from 'node:fs'

/** A summary above this is dropped whole: https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions */
const LONGEST_SUMMARY = 1_000_000
const MOST_ANNOTATIONS = 10

const env = (name) => process.env[name] ?? ''
const lines = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

const files = lines(env('EXPLAIN_LOG'))
const policies = lines(env('EXPLAIN_POLICIES')).flatMap((given) =>
  given.includes('=') ? ['--policy', given] : [given],
)
const [command = '', ...first] = env('EXPLAIN_COMMAND').split(' ').filter(Boolean)

/** What the command prints. Its code 3 is an answer, 2 is a failure. */
function answer(...more) {
  const { stdout, stderr, status, error } = spawnSync(command, [...first, ...more], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  if (error || (status !== 0 && status !== 3)) {
    console.log(`::error title=whydenied::${text(error?.message ?? stderr)}`)
    process.exit(1)
  }
  return stdout
}

/** Workflow commands end at a line break; a property also at a colon or a comma. */
const text = (value) => String(value).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (value) => text(value).replaceAll(':', '%3A').replaceAll(',', '%2C')

const given = [...files, ...policies]
const document = JSON.parse(answer(...given, '--json'))
const [{ results }] = JSON.parse(answer(...given, '--sarif')).runs
const page = env('EXPLAIN_PAGE')
const link = page === '' ? '' : answer('open', ...given, '--page', page).trim()

const report = answer(...given, '--markdown')
const summary = link === '' ? report : `${report}\n[Open the case](${link})\n`
if (env('GITHUB_STEP_SUMMARY') !== '') {
  const bytes = Buffer.from(summary)
  appendFileSync(
    env('GITHUB_STEP_SUMMARY'),
    bytes.length > LONGEST_SUMMARY ? bytes.subarray(0, LONGEST_SUMMARY) : bytes,
  )
}
if (env('GITHUB_OUTPUT') !== '')
  appendFileSync(env('GITHUB_OUTPUT'), `decision=${document.decision}\nbasis=${document.basis}\n`)

if (results.length === 0) console.log(`::notice title=whydenied::${text(report.split('\n').find(Boolean) ?? '')}`)
for (const { level, message, locations, ruleId } of results.slice(0, MOST_ANNOTATIONS)) {
  const place = locations[0]?.physicalLocation
  const where = place
    ? `file=${property(decodeURI(place.artifactLocation.uri))},line=${place.region?.startLine ?? 1},col=${place.region?.startColumn ?? 1},`
    : ''
  const kind = level === 'note' ? 'notice' : level
  const more = link === '' ? '' : `\n${link}`
  console.log(`::${kind} ${where}title=${property(`${ruleId} (${document.basis})`)}::${text(message.text + more)}`)
}
