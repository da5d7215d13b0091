/*
 * For a page of something that is under way: what it says is told anew by this service while it goes on. Without this
 * file the page loads itself anew every few seconds.
 */

const live = document.querySelector('[data-live]')

if (live instanceof HTMLElement) {
  const source = new EventSource(live.dataset.live ?? '')
  const bar = live.querySelector('progress')
  const words = live.querySelector('[data-words]')

  /** @param {MessageEvent<string>} event */
  const show = (event) => {
    const told = JSON.parse(event.data)
    // What can be done about it is another now: the page has to be another as well.
    if (told.state !== live.dataset.state) return location.reload()
    if (bar) {
      bar.max = told.all
      bar.value = told.done
    }
    if (words) words.textContent = told.words
  }
  source.addEventListener('progress', show)
  source.addEventListener('done', () => {
    source.close()
    location.reload()
  })
}
