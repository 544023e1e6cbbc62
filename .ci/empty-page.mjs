// Prints the empty page as a browser of a desk's width has it at first, as HTML. It runs in a process of its own, which is a browser to the page's code.
import react from '@vitejs/plugin-react'
import { Window } from 'happy-dom'
import { createServer } from 'vite'

/** What React and the page look for in a browser when their code is loaded. */
const OF_A_BROWSER = ['document', 'navigator', 'location', 'localStorage', 'sessionStorage']

const window = new Window({ url: 'http://localhost/', width: 1440, height: 900 })
Object.defineProperty(globalThis, 'window', { value: window })
for (const name of OF_A_BROWSER) Object.defineProperty(globalThis, name, { value: window[name] })

/** While the page is drawn no further code comes: it is drawn as it stands before its lazy parts. */
let isDrawing = false
const forever = new Promise(() => undefined)

const server = await createServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
  optimizeDeps: { noDiscovery: true },
  plugins: [
    {
      name: 'first-code-without-styles',
      enforce: 'pre',
      load: (id) => (isDrawing ? forever : /\.css(?:\?|$)/.test(id) ? '' : null),
    },
    react(),
  ],
})
const { drawInto } = await server.ssrLoadModule('/src/view/app/draw-into.tsx')
const root = window.document.createElement('div')
window.document.body.append(root)
isDrawing = true
drawInto(root)

// First the page looks whether its tab kept a case: there is none, and it stands empty.
const until = Date.now() + 10_000
while (root.querySelector('#start-here') === null) {
  if (Date.now() > until) throw new Error('The empty page did not come.')
  await new Promise((resolve) => setTimeout(resolve, 5))
}
// The page's own policy refuses styles in HTML.
process.stdout.write(root.innerHTML.replaceAll(/ style="[^"]*"/g, ''), () => process.exit(0))
