/*
 * For the page of an act that is under way: its counts change while it is looked at. Without this file the page loads
 * itself anew, and says the same. Nothing is sent, and nothing is asked for but how far it is.
 */

const live = document.querySelector('[data-events]')

/** @param {string} name @param {number} count */
const show = (name, count) => {
  const place = live?.querySelector(`[data-count="${name}"]`)
  if (place) place.textContent = String(count)
}

/** @param {MessageEvent<string>} event */
const tell = (event) => {
  const { counts } = JSON.parse(event.data)
  show('done', counts.done)
  show('failed', counts.failed)
  show('open', counts.open + counts.begun)
}

if (live instanceof HTMLElement && live.dataset.events) {
  const address = new URL(location.href)
  if (address.searchParams.has('still')) {
    const source = new EventSource(live.dataset.events)
    source.addEventListener('progress', tell)
    source.addEventListener('done', (event) => {
      tell(event)
      source.close()
      location.reload()
    })
  } else {
    // The same page, but for loading itself anew.
    address.searchParams.set('still', '1')
    location.replace(address)
  }
}
