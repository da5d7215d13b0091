import type { Express } from 'express'

interface Layer {
  readonly route?: {
    readonly path: string | readonly string[]
    readonly methods: Readonly<Record<string, boolean>>
  }
  readonly handle?: { readonly stack?: readonly Layer[] }
}

/** Every `METHOD /path` an Express app answers, nested routers included, in the words of OpenAPI: `/c/{id}`. */
export function routesOf(app: Express): string[] {
  const walk = (layers: readonly Layer[]): string[] =>
    layers.flatMap(({ route, handle }) => {
      if (!route) return walk(handle?.stack ?? [])
      return [route.path].flat().flatMap((path) =>
        Object.entries(route.methods)
          .filter(([, isAnswered]) => isAnswered)
          .map(([method]) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`),
      )
    })
  return walk(app.router.stack as unknown as readonly Layer[])
}
