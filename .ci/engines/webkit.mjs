// WebKitGTK's MiniBrowser, driven by the WebDriver protocol.
import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../free-port.mjs'

/** Debian's packages with it, each by the command that tells that it is here. */
export const PACKAGES = { WebKitWebDriver: 'webkit2gtk-driver', 'xvfb-run': 'xvfb', xauth: 'xauth' }

/** How the protocol marks an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

const CONTROL = '\uE009'
const withControl = (key) => [
  { type: 'keyDown', value: CONTROL },
  { type: 'keyDown', value: key },
  { type: 'keyUp', value: key },
  { type: 'keyUp', value: CONTROL },
]

/** What may have a role, so that only these are asked for it. */
const CANDIDATES = {
  button: 'button, [role=button]',
  heading: 'h1, h2, h3, h4',
  link: 'a[href]',
  radio: 'input[type=radio], [role=radio]',
  region: 'section, [role=region]',
  tab: '[role=tab]',
  textbox: 'textarea, input, [role=textbox]',
}

/** Starts the driver under a virtual screen, and the browser by it. */
export async function start({ WebKitWebDriver: command, 'xvfb-run': screen }) {
  const port = await freePort()
  // A group of its own, so that screen, driver and browser end together.
  const driver = spawn(screen, ['-a', command, `--port=${port}`], { stdio: 'ignore', detached: true })
  const send = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
    })
    const { value } = await answer.json()
    if (!answer.ok) throw new Error(`${path}: ${value.error}: ${value.message}`)
    return value
  }
  const isUp = () =>
    send('GET', '/status').then(
      ({ ready }) => ready,
      () => false,
    )
  for (let tries = 0; tries < 100 && !(await isUp()); tries += 1) await sleep(100)
  const end = () => process.kill(-driver.pid)
  const opened = await send('POST', '/session', { capabilities: { alwaysMatch: {} } }).catch((error) => {
    end()
    throw error
  })
  const { sessionId, capabilities } = opened
  const session = `/session/${sessionId}`
  const of = (element, what) => send('GET', `${session}/element/${element[ELEMENT]}/${what}`)
  const open = (url) => send('POST', `${session}/url`, { url })
  const list = (value) => send('POST', `${session}/elements`, { using: 'css selector', value })
  return {
    version: `${capabilities.browserName} ${capabilities.browserVersion}`,
    open,
    openAnew: async (address) => {
      const { handle } = await send('POST', `${session}/window/new`, { type: 'window' })
      await send('DELETE', `${session}/window`)
      await send('POST', `${session}/window`, { handle })
      await open(address)
    },
    reload: () => send('POST', `${session}/refresh`),
    run: (script, ...args) =>
      send('POST', `${session}/execute/sync`, {
        script: `return (function (${args.map((_, i) => `a${i}`)}) { ${script} })(...arguments)`,
        args,
      }),
    find: async ({ css, role, name }) => {
      for (const element of await list(css ?? CANDIDATES[role])) {
        if (css !== undefined) return element
        // The driver has no label for some elements that are hidden.
        const label = await of(element, 'computedlabel').catch(() => null)
        if (label === name && (await of(element, 'computedrole')) === role) return element
      }
      return null
    },
    click: (element) => send('POST', `${session}/element/${element[ELEMENT]}/click`),
    write: (element, text) => send('POST', `${session}/element/${element[ELEMENT]}/value`, { text }),
    press: (key) =>
      send('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions: withControl(key) }] }),
    attribute: (element, name) => of(element, `attribute/${name}`),
    value: (element) => of(element, 'property/value'),
    stop: async () => {
      await send('DELETE', session).catch(() => {})
      end()
    },
  }
}
