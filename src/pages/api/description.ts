/** As much of JSON Schema as the description uses. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly additionalProperties?: Schema | boolean
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly minimum?: number
  readonly maximum?: number
  readonly maxItems?: number
  readonly default?: unknown
  readonly examples?: readonly unknown[]
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema?: Schema
  readonly description?: string
}

export type Content = Readonly<Record<string, { readonly schema?: Schema }>>

export interface Answer {
  readonly $ref?: string
  readonly description?: string
  readonly content?: Content
}

export interface Operation {
  readonly summary: string
  readonly description?: string
  readonly tags: readonly string[]
  readonly 'x-who': readonly string[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly required?: boolean; readonly content: Content }
  readonly responses: Readonly<Record<string, Answer>>
}

/** As much of OpenAPI 3.1 as ours uses. */
export interface Description {
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

export interface PlacedOperation extends Operation {
  readonly method: string
  readonly path: string
  /** Where it stands on the page. */
  readonly anchor: string
}

/** Words as part of an address. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** The operations of a group, in the order of the description. */
export function operationsOf({ paths }: Description, group: string): readonly PlacedOperation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, { tags }]) => tags.includes(group))
      .map(([method, operation]) => ({
        ...operation,
        method: method.toUpperCase(),
        path,
        anchor: slugOf(`${method} ${path}`),
      })),
  )
}

/** The name of a schema that has one of its own. */
export const nameOf = ({ $ref }: Schema): string | undefined =>
  /^#\/components\/schemas\/(\w+)$/.exec($ref ?? '')?.[1]
