import { languages } from '../../language.ts'
import type { Course } from '../catalogue.ts'
import { plainText } from '../plain-text.ts'

/** Finds the id of the module that a name in an export stands for: its id, its name in any language, its activities. */
export function moduleFinder(course: Course): (name: string) => string | null {
  const found = new Map<string, string>()
  for (const { id, name, activities } of course.modules) {
    const names = languages.flatMap((language) => name[language] ?? [])
    for (const each of [id, ...names, ...activities]) found.set(plainText(each), id)
  }
  return (name) => found.get(plainText(name)) ?? null
}
