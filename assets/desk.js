/*
 * For pages of something that is under way, an import or an act: what they say is told anew by this service while it goes
 * on. Without this file the page loads itself anew, and says the same. Nothing is sent, and nothing is asked for but how
 * far it is.
 */

/** @typedef {(event: MessageEvent<string>) => void} Listener */

/** @param {string} address @param {Listener} tell */
function listen(address, tell) {
  const source = new EventSource(address)
  source.addEventListener('progress', tell)
  source.addEventListener('done', (event) => {
    tell(event)
    source.close()
    location.reload()
  })
}

/** An import: a bar, and a sentence in the language of the page. @param {HTMLElement} live */
function watchImport(live) {
  const bar = live.querySelector('progress')
  const words = live.querySelector('[data-words]')
  listen(live.dataset.live ?? '', (event) => {
    const told = JSON.parse(event.data)
    // What can be done about it is another now: the page has to be another as well.
    if (told.state !== live.dataset.state) return location.reload()
    if (bar) {
      bar.max = told.all
      bar.value = told.done
    }
    if (words) words.textContent = told.words
  })
}

/** An act: three counts. @param {HTMLElement} live */
function watchAct(live) {
  /** @param {string} name @param {number} count */
  const show = (name, count) => {
    const place = live.querySelector(`[data-count="${name}"]`)
    if (place) place.textContent = String(count)
  }
  const address = new URL(location.href)
  if (!address.searchParams.has('still')) {
    // The same page, but for loading itself anew.
    address.searchParams.set('still', '1')
    return location.replace(address)
  }
  listen(live.dataset.events ?? '', (event) => {
    const { counts } = JSON.parse(event.data)
    show('done', counts.done)
    show('failed', counts.failed)
    show('open', counts.open + counts.begun)
  })
}

const [imported, act] = [
  document.querySelector('[data-live]'),
  document.querySelector('[data-events]'),
]
if (imported instanceof HTMLElement) watchImport(imported)
else if (act instanceof HTMLElement && act.dataset.events) watchAct(act)
