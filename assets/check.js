/*
 * For the form that checks a credential: a file can be dropped or pasted anywhere on the page, and the camera reads the
 * code of a certificate. The form does everything else by itself, and works without this file. Nothing is sent but the
 * form, and nothing is loaded.
 */

/** @type {<E extends Element>(selector: string, within?: ParentNode) => E} */
const find = (selector, within = document) => {
  const found = within.querySelector(selector)
  if (!found) throw new Error(`This page lacks ${selector}`)
  return /** @type {any} */ (found)
}

const form = /** @type {HTMLFormElement} */ (find('form.check'))
const fields = {
  file: /** @type {HTMLInputElement} */ (find('#file', form)),
  link: /** @type {HTMLInputElement} */ (find('#link', form)),
  text: /** @type {HTMLTextAreaElement} */ (find('#text', form)),
}
const state = find('.state', form)

/** The words of the page's language stand on the form. @param {string} name */
const say = (name) => {
  state.textContent = name === '' ? '' : (form.dataset[name] ?? '')
}

/** Sends one thing, and nothing that was filled in before. @param {keyof typeof fields} name @param {any} value */
function submit(name, value) {
  for (const field of Object.values(fields)) field.value = ''
  if (name === 'file') fields.file.files = value
  else fields[name].value = value
  form.requestSubmit()
}

form.addEventListener('submit', () => {
  say('checking')
  form.setAttribute('aria-busy', 'true')
})
// Also when the reader comes back to this page: it is shown as it was left.
addEventListener('pageshow', () => {
  say('')
  form.removeAttribute('aria-busy')
})

/* Photographs of today's phones are larger than the service takes; a code is read as well from a smaller one. */

const [maxBytes, maxSide] = [3_000_000, 3_000]

/** @param {FileList} files */
async function shrunk(files) {
  const [file] = files
  if (file?.type !== 'image/jpeg' || file.size < maxBytes) return files
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, maxSide / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = picture.width * scale
    canvas.height = picture.height * scale
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    /** @type {Blob | null} */
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9))
    const smaller = new DataTransfer()
    smaller.items.add(new File(blob ? [blob] : [], file.name, { type: 'image/jpeg' }))
    return blob ? smaller.files : files
  } catch {
    return files
  }
}

fields.file.addEventListener('change', async () => {
  const chosen = fields.file.files
  if (chosen) fields.file.files = await shrunk(chosen)
})

/* What is dropped or pasted: a file, else a link, else text. */

const isLink = (/** @type {string} */ text) => /^https?:\/\/\S+$/.test(text)

/** @param {FileList} files */
const takeFiles = async (files) =>
  files.length > 1 ? say('oneFile') : submit('file', await shrunk(files))

/** @param {DataTransfer} data @returns {boolean} whether there was anything to take */
function take(data) {
  if (data.files.length > 0) {
    void takeFiles(data.files)
    return true
  }
  const text = (data.getData('text/uri-list') || data.getData('text/plain')).trim()
  if (text !== '') submit(isLink(text) ? 'link' : 'text', text)
  return text !== ''
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let dragging

/** @param {boolean} isOver */
const showDrag = (isOver) => {
  clearTimeout(dragging)
  if (isOver !== form.classList.contains('is-dragging')) say(isOver ? 'dropHere' : '')
  form.classList.toggle('is-dragging', isOver)
}

/** @param {DragEvent} event */
function hold(event) {
  if (!event.dataTransfer?.types.some((type) => /^(Files|text\/(uri-list|plain))$/.test(type)))
    return
  event.preventDefault()
  showDrag(true)
  // Browsers repeat this event while something is held over the page; not all of them say when it leaves.
  dragging = setTimeout(() => showDrag(false), 700)
}
// Where the part of the page below the hand changes, Chromium asks by the first alone whether it may drop there.
addEventListener('dragenter', hold)
addEventListener('dragover', hold)
addEventListener('drop', (event) => {
  showDrag(false)
  // Text may be dragged into a field to be read over first.
  const isIntoField =
    event.target instanceof HTMLElement && event.target.matches('#text, #link, #person')
  const data = event.dataTransfer
  if (!data || (isIntoField && data.files.length === 0)) return
  event.preventDefault()
  take(data)
})
addEventListener('paste', (event) => {
  const data = event.clipboardData
  const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea')
  if (data && (data.files.length > 0 || !isTyping) && take(data)) event.preventDefault()
})

/* The camera: read live where the browser can read codes, else a photograph that the service reads. */

const camera = /** @type {HTMLElement} */ (find('.camera', form))
const viewfinder = /** @type {HTMLElement} */ (find('.viewfinder', form))
const video = /** @type {HTMLVideoElement} */ (find('video', viewfinder))
const [openButton, closeButton] = [camera, viewfinder].map(
  (part) => /** @type {HTMLButtonElement} */ (find('button', part)),
)

const Detector = /** @type {any} */ (globalThis).BarcodeDetector
let isOpen = false
let readsLive = false

function takePhotograph() {
  const input = document.createElement('input')
  Object.assign(input, { type: 'file', accept: 'image/*' })
  input.setAttribute('capture', 'environment')
  input.addEventListener('change', async () => {
    if (input.files?.length) await takeFiles(input.files)
  })
  input.click()
}

function closeCamera() {
  if (!isOpen) return
  isOpen = false
  const stream = /** @type {MediaStream | null} */ (video.srcObject)
  for (const track of stream?.getTracks() ?? []) track.stop()
  video.srcObject = null
  viewfinder.hidden = true
  camera.hidden = false
}

async function readCodes() {
  const detector = new Detector({ formats: ['qr_code'] })
  while (isOpen) {
    const [code] = await detector.detect(video).catch(() => [])
    const text = code?.rawValue.trim()
    if (isOpen && text) {
      closeCamera()
      return submit('link', text)
    }
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
}

async function openCamera() {
  const wanted = { video: { facingMode: 'environment', width: { ideal: 1280 } } }
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia(wanted)
  } catch {
    readsLive = false
    return say('cameraOff')
  }
  isOpen = true
  viewfinder.hidden = false
  camera.hidden = true
  closeButton?.focus()
  say('cameraOn')
  // Closed again before the first picture came: no more than that.
  await video.play().catch(() => undefined)
  await readCodes()
}

openButton?.addEventListener('click', () => (readsLive ? openCamera() : takePhotograph()))
closeButton?.addEventListener('click', () => {
  closeCamera()
  say('')
  openButton?.focus()
})
addEventListener('pagehide', closeCamera)
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && isOpen) closeButton?.click()
})

const formats = (await Detector?.getSupportedFormats().catch(() => [])) ?? []
readsLive = formats.includes('qr_code') && Boolean(navigator.mediaDevices)
// Without either there is no camera to be expected, and the button would open the same choice of files again.
find('.drop-hint', form).removeAttribute('hidden')
camera.hidden = !readsLive && !matchMedia('(pointer: coarse)').matches
