import type { Html } from '../../src/pages/html.ts'
import { launchPage } from '../../src/pages/launch-page.ts'
import type { Frame } from '../../src/pages/layout.ts'
import { catalogue } from './samples.ts'

const achievements = catalogue.courses[0]!.achievements.slice(0, 2)
const secret = '07vb8h1y4y1agj6mq2jjn3m6q607vb8h1y4y1agj6mq2jjn3m6q6'

/** What whoever comes from a course is shown, by a name for the test. */
export function launchPages(frame: Frame): Readonly<Record<string, Html>> {
  const learner = { kind: 'learner', achievements, secret } as const
  return {
    'launch-ready': launchPage({ ...learner, isSigned: true }, frame),
    'launch-signing': launchPage({ ...learner, isSigned: false }, frame),
    'launch-instructor': launchPage({ kind: 'instructor' }, frame),
    'launch-nothing': launchPage({ kind: 'nothing' }, frame),
    'launch-no-name': launchPage({ kind: 'no-name' }, frame),
    'launch-erased': launchPage({ kind: 'erased' }, frame),
  }
}
