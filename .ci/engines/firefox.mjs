// Firefox, driven by WebDriver BiDi.
import puppeteer from 'puppeteer-core'

/** Debian's packages with it. */
export const PACKAGES = { 'firefox-esr': 'firefox-esr' }

const query = ({ css, role, name }) => css ?? `::-p-aria(${name}[role="${role}"])`

/** Starts it with a profile of its own. */
export async function start({ 'firefox-esr': executablePath }) {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true })
  let page = await browser.newPage()
  return {
    version: await browser.version(),
    open: (address) => page.goto(address),
    /** The same profile, in a tab that has seen nothing. */
    openAnew: async (address) => {
      await page.close()
      page = await browser.newPage()
      await page.goto(address)
    },
    reload: () => page.reload(),
    run: (body, ...args) => page.evaluate(new Function(...args.map((_, i) => `a${i}`), body), ...args),
    find: (what) => page.$(query(what)),
    click: (element) => element.click(),
    write: (element, text) => element.type(text),
    /** A key together with Control. */
    press: async (key) => {
      await page.keyboard.down('Control')
      await page.keyboard.press(key)
      await page.keyboard.up('Control')
    },
    attribute: (element, name) => element.evaluate((node, key) => node.getAttribute(key), name),
    value: (element) => element.evaluate((node) => node.value),
    stop: () => browser.close(),
  }
}
