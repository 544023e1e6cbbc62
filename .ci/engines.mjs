// npm run test:engines: the main job, a fix, a link, a lesson and a reload without a server, in Firefox and in WebKitGTK.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as firefox from './engines/firefox.mjs'
import * as webkit from './engines/webkit.mjs'
import { freePort } from './free-port.mjs'
import { bin, fail, prepare, ROOT, run } from './ground.mjs'

const ENGINES = { firefox, webkit }
const PATIENCE = 30_000

const ERROR =
  'An error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::reports/a.csv" because no identity-based policy allows the s3:PutObject action'
const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' }],
})

/** The paths of an engine's commands; what is missing is installed where this is Debian and we are root. */
function commandsOf({ PACKAGES }) {
  const which = (name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim()
  const missing = Object.entries(PACKAGES).filter(([name]) => which(name) === '')
  if (missing.length > 0 && process.getuid?.() === 0) {
    const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    spawnSync('apt-get', ['update', '-qq'], options)
    const packages = missing.map(([, name]) => name)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options)
  }
  const found = Object.keys(PACKAGES).map((name) => [name, which(name)])
  const lacking = found.filter(([, path]) => path === '').map(([name]) => PACKAGES[name])
  if (lacking.length > 0) fail(`Not here, and could not be installed: ${lacking.join(', ')}.`)
  return Object.fromEntries(found)
}

/** Serves the build until it is stopped. */
async function serve() {
  const port = await freePort()
  const args = ['preview', '--host', '127.0.0.1', '--port', String(port), '--strictPort']
  const server = spawn(bin('vite'), args, { cwd: ROOT, stdio: 'ignore' })
  const address = `http://127.0.0.1:${port}/`
  await until('the server answers', () => fetch(address).then(({ ok }) => ok))
  return {
    address,
    stop: async () => {
      server.kill()
      await until('the server is gone', () =>
        fetch(address).then(
          () => false,
          () => true,
        ),
      )
    },
  }
}

/** Asks until the answer is something; an element that a redraw took away is asked for again. */
async function until(what, ask) {
  const end = Date.now() + PATIENCE
  let last = ''
  for (;;) {
    const answer = await ask().catch((error) => {
      last = `: ${error.message}`
    })
    if (answer) return answer
    if (Date.now() > end) throw new Error(`${what}: not within ${PATIENCE / 1000} seconds${last}`)
    await sleep(100)
  }
}

/** What a person does with the page, in the words of assistive technology. */
function personAt(browser) {
  const words = ({ css, role, name }) => css ?? `${role} "${name}"`
  const see = (what) => until(`see ${words(what)}`, () => browser.find(what))
  const click = (what) =>
    until(`click ${words(what)}`, async () => {
      const element = await browser.find(what)
      if (!element) return false
      await browser.click(element)
      return true
    })
  return {
    see,
    click,
    write: async (what, text) => browser.write(await see(what), text),
    /** The keys that copy, in a page of its own. */
    copy: async (text) => {
      await browser.open('data:text/html,<textarea>')
      await browser.write(await see({ css: 'textarea' }), text)
      await browser.press('a')
      await browser.press('c')
    },
    /** The key that pastes, while no field has the focus. */
    paste: async () => {
      await browser.run('document.activeElement.blur()')
      await browser.press('v')
    },
    read: (text) => until(`read "${text}"`, () => browser.run('return document.body.innerText.includes(a0)', text)),
    valueOf: (what) =>
      until(`a value of ${words(what)}`, async () => {
        const element = await browser.find(what)
        return element && browser.value(element)
      }),
    /** What its attributes say: the decision, the layer, how it is known. */
    verdict: (...wanted) =>
      until(`the verdict is ${wanted.join(', ')}`, async () => {
        const region = await browser.find({ role: 'region', name: 'Verdict' })
        if (!region) return false
        for (const [i, name] of ['data-decision', 'data-layer', 'data-basis'].entries())
          if (i < wanted.length && (await browser.attribute(region, name)) !== wanted[i]) return false
        return true
      }),
  }
}

const BOX = { role: 'textbox', name: 'Paste an error, event, policy or link' }

/** The error is typed; the policy, which was copied before, is pasted. */
async function makeCase({ write, paste, click, verdict }) {
  await write(BOX, ERROR)
  await verdict('implicitDeny', 'identity')
  await paste()
  // The page asks where the policy belongs.
  await click({ css: 'button[aria-label^="Put "][aria-label$=" into Identity-based"]' })
  await verdict('implicitDeny', 'identity', 'proven')
}

/** The jobs in order; each goes on where the last one ended. */
const JOBS = {
  'an error and a policy get their verdict': async (person, browser, { address }) => {
    await person.copy(POLICY)
    await browser.open(address)
    await makeCase(person)
  },
  'a link opens to the same verdict': async ({ click, valueOf, see, verdict }, browser, { address }) => {
    await click({ role: 'button', name: 'Share' })
    const link = await valueOf({ role: 'textbox', name: 'Link' })
    if (!link.startsWith(`${address}#1/`)) throw new Error(`the link is ${link}`)
    await browser.openAnew(link)
    await verdict('implicitDeny', 'identity')
    if ((await browser.value(await see(BOX))) !== ERROR) throw new Error('the error is not in the box')
  },
  'a fix is applied': async ({ click, verdict }) => {
    await click({ role: 'tab', name: 'Fix' })
    await click({ role: 'button', name: 'Apply' })
    // It hangs on the layers that are not given: the one that denied does so no more.
    await verdict('depends', 'none')
  },
  'a lesson is done': async ({ click, see, read }) => {
    await click({ role: 'link', name: 'Learn' })
    await click({ css: 'main a[href="#/learn/everything-starts-denied"]' })
    await see({ role: 'heading', name: 'Everything starts denied' })
    await click({ css: 'input[type=radio]' })
    await click({ role: 'button', name: 'Answer' })
    await click({ role: 'button', name: 'Show one that works' })
    await click({ role: 'button', name: 'Check the repair' })
    await read('It works: the request is allowed.')
  },
  'a reload without the server gives the verdict': async (person, browser, server) => {
    await browser.open(server.address)
    await person.read('Ready to work without a network.')
    await server.stop()
    await person.copy(POLICY)
    await browser.openAnew(server.address)
    await makeCase(person)
  },
}

prepare()
if (!existsSync(join(ROOT, 'dist/index.html')) && run('npm', ['run', '--silent', 'build']) !== 0) fail('No build.')
let passed = 0
let failed = 0
for (const [name, engine] of Object.entries(ENGINES)) {
  const commands = commandsOf(engine)
  const server = await serve()
  const browser = await engine.start(commands)
  try {
    for (const [job, does] of Object.entries(JOBS)) {
      const problem = await does(personAt(browser), browser, server).then(
        () => null,
        ({ message }) => message,
      )
      if (problem === null) passed += 1
      else {
        failed += 1
        console.error(`FAILED: ${name}: ${job}: ${problem}`)
      }
    }
  } finally {
    await browser.stop()
    await server.stop()
  }
  console.log(browser.version)
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
