// npm run test:hosting: serves the build with nginx as hosting/nginx.conf says, below another path too, and opens it in
// Chromium: each header as the table has it, no violation of the policy, an error pasted gets its verdict, the editor is drawn; no
// other page frames it or reaches into it, and no text becomes HTML of it.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, installBrowser, LAUNCH_FLAGS } from './browser.mjs'
import { fail, prepare, ROOT, run } from './ground.mjs'

const PORT = 8093

function nginx() {
  const found = () => spawnSync('which', ['nginx'], { encoding: 'utf8' }).stdout.trim()
  if (found() === '' && process.getuid?.() === 0) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'nginx-light'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  return found() || fail('nginx is not here, and could not be installed.')
}

/** A folder with the site, and a configuration around ours that needs no root. */
function layOut() {
  const folder = mkdtempSync(join(tmpdir(), 'whydenied-nginx-'))
  // Its workers are another user where nginx is started by root.
  chmodSync(folder, 0o755)
  const site = join(folder, 'html')
  cpSync(join(ROOT, 'dist'), site, { recursive: true })
  cpSync(join(ROOT, 'dist'), join(site, 'tools', 'whydenied'), { recursive: true })
  mkdirSync(join(folder, 'tmp'))
  const server = readFileSync(join(ROOT, 'hosting/nginx.conf'), 'utf8')
    .replace(/listen \[::\]:8080;/, '')
    .replace('listen 8080', `listen 127.0.0.1:${PORT}`)
    .replace('/usr/share/nginx/html', site)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(folder, 'tmp', name)};`)
    .join(' ')
  writeFileSync(join(folder, 'server.conf'), server)
  cpSync('/etc/nginx/mime.types', join(folder, 'mime.types'))
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; error_log stderr; events {}\nhttp { access_log off; ${temporary}\ninclude ${folder}/server.conf; }\n`,
  )
  return folder
}

async function answers(url) {
  for (let tries = 0; tries < 20; tries += 1) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return answer
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url} does not answer.`)
}

let passed = 0
let failed = 0
function expect(what, isTrue, saw = '') {
  if (isTrue) passed += 1
  else {
    failed += 1
    console.error(`FAILED: ${what}${saw === '' ? '' : `; saw ${saw}`}`)
  }
}

const ERROR =
  'An error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::reports/a.csv" because no identity-based policy allows the s3:PutObject action'

async function look(browser, url) {
  const page = await browser.newPage()
  const violations = []
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedScript|TrustedHTML/.test(message.text())) violations.push(message.text())
  })
  page.on('pageerror', (error) => violations.push(error.message))
  await page.goto(url)
  await page.getByRole('textbox', { name: 'Paste an error, event, policy or link' }).fill(ERROR)
  const verdict = page.getByRole('region', { name: 'Verdict', exact: true })
  const isAnswered = await verdict
    .filter({ hasText: 's3:PutObject' })
    .waitFor()
    .then(
      () => true,
      () => false,
    )
  expect(`${url} answers an error`, isAnswered)
  const editor = page.locator('.monaco-editor .view-lines').first()
  await page.getByRole('button', { name: 'Examples' }).click()
  await page.getByRole('menuitem').first().click()
  const isDrawn = await editor
    .filter({ hasText: 'Statement' })
    .waitFor()
    .then(
      () => true,
      () => false,
    )
  expect(`${url} draws the editor of a policy`, isDrawn)
  const kept = await page.evaluate(() => navigator.serviceWorker.ready.then(({ scope }) => scope))
  expect(`${url} is kept for offline use`, kept === url, kept)
  expect(`${url} keeps to its policy`, violations.length === 0, violations.join(' | '))
  await page.close()
}

/** What other pages, and code that came in, may not do to the page. */
async function attack(browser, url) {
  const other = await browser.newPage()
  await other.setContent(`<iframe src="${url}"></iframe>`)
  await other.waitForTimeout(1_000)
  const framed = other.frames().filter((frame) => frame.url().startsWith(url)).length
  expect('no page frames it', framed === 0, framed)
  const opening = other.waitForEvent('popup')
  await other.evaluate((address) => void globalThis.open(address), url)
  const opened = await opening
  await opened.waitForLoadState()
  expect('a page that opens it does not reach it', await opened.evaluate(() => globalThis.opener === null))
  const html = await opened.evaluate(() => {
    try {
      globalThis.document.body.innerHTML = '<b>text</b>'
      return 'taken'
    } catch (error) {
      return error.name
    }
  })
  expect('no text becomes HTML', html === 'TypeError', html)
  const policy = await opened.evaluate(() => {
    try {
      const { trustedTypes, TrustedTypePolicyFactory } = globalThis
      TrustedTypePolicyFactory.prototype.createPolicy.call(trustedTypes, 'dompurify', { createHTML: (text) => text })
      return 'made'
    } catch (error) {
      return error.name
    }
  })
  expect('no other policy is made', policy === 'TypeError', policy)
  await other.close()
  await opened.close()
}

prepare()
if (!existsSync(join(ROOT, 'dist/index.html')) && run('npm', ['run', '--silent', 'build']) !== 0) fail('No build.')
const command = nginx()
const folder = layOut()
const server = spawn(command, ['-c', join(folder, 'nginx.conf'), '-p', folder], {
  stdio: ['ignore', 'ignore', 'inherit'],
})
try {
  const origin = `http://127.0.0.1:${PORT}/`
  const { headers } = await answers(origin)
  const table = /add_header (\S+) "(.*)" always;/g
  const conf = readFileSync(join(ROOT, 'hosting/nginx.conf'), 'utf8')
  for (const [, name, value] of conf.slice(conf.lastIndexOf('location')).matchAll(table))
    expect(`header ${name}`, headers.get(name) === value, headers.get(name))
  for (const path of ['sw.js', 'tools/whydenied/sw.js']) {
    const policy = (await answers(new URL(path, origin))).headers.get('content-security-policy')
    expect(`${path} calls its own origin alone`, /connect-src 'self';/.test(policy), policy)
  }
  const html = await (await answers(origin)).text()
  const script = await answers(new URL(/src="\.\/(assets\/[^"]+)"/.exec(html)[1], origin))
  expect('a hashed file never changes', script.headers.get('cache-control').includes('immutable'))
  const policy = script.headers.get('content-security-policy')
  expect('a worker calls its own origin alone', /connect-src 'self';/.test(policy), policy)
  expect('a script has its type', /javascript/.test(script.headers.get('content-type')))
  const manifest = await answers(new URL('manifest.webmanifest', origin))
  expect('the manifest has its type', manifest.headers.get('content-type').startsWith('application/manifest+json'))
  expect('a missing file is missing', (await fetch(new URL('assets/none.js', origin))).status === 404)
  const { chromium } = createRequire(import.meta.url)('@playwright/test')
  const browser = await chromium.launch({ executablePath: findBrowser() ?? installBrowser(), args: LAUNCH_FLAGS })
  await look(browser, origin)
  await look(browser, new URL('tools/whydenied/', origin).href)
  await attack(browser, origin)
  await browser.close()
} finally {
  server.kill()
  rmSync(folder, { recursive: true, force: true })
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
