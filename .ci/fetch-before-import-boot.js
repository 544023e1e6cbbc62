// Stands for what the bundler puts before each import that is made later. A browser that could not fetch a module need not ask
// for it again while the page stands (https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-single-module-script;
// Chromium keeps a failed preload of a script, too): trying again would fail for ever. So each file is fetched as data first,
// of which no failure is kept, and only then imported, out of the browser's cache.
const isStyle = (address) => new URL(address).pathname.endsWith('.css')
const coming = new Map()
const fetchScript = async (address) => {
  const response = await fetch(address, { credentials: 'same-origin' })
  if (!response.ok) throw new Error(`${address} did not come: ${response.status}.`)
  await response.blob()
}
const fetchStyle = (address) =>
  new Promise((resolve, reject) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.crossOrigin = ''
    link.href = address
    link.addEventListener('load', resolve)
    link.addEventListener('error', () => {
      link.remove()
      reject(new Error(`${address} did not come.`))
    })
    document.head.append(link)
  })
// What was fetched ahead and failed fails the first that asks for it, and nobody after that.
const fetchFile = (address) =>
  isStyle(address) ? fetchStyle(address) : fetchScript(address).catch(() => fetchScript(address))
const bring = (address) => {
  if (!coming.has(address)) {
    const file = fetchFile(address)
    coming.set(address, file)
    file.catch(() => coming.delete(address))
  }
  return coming.get(address)
}
export const __vitePreload = async (load, files = [], from) => {
  if (coming.size === 0)
    for (const one of document.querySelectorAll('script[src], link[rel=stylesheet]'))
      coming.set(one.src ?? one.href, Promise.resolve())
  await Promise.all(files.map((file) => bring(new URL(file, from).href)))
  return load()
}
