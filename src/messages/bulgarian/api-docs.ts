import type { ApiDocsMessages } from '../api-docs-messages.ts'

export const apiDocsBulgarian: ApiDocsMessages = {
  title: 'Програмният интерфейс (API)',
  lead: 'Всичко, което една програма може да поиска от тази услуга. Кодът за достъп се изпраща в заглавката Authorization: Bearer. Описанията са на английски.',
  machine: 'Същото за машини, като OpenAPI 3.1',
  groups: 'Части на интерфейса',
  all: 'Всичко',
  who: 'Кой може да го извика',
  callers: {
    anyone: 'всеки',
    admin: 'администратори',
    issuer: 'издатели и администратори',
    reviewer: 'проверяващи и администратори',
    provider: 'обучаващи организации и администратори',
    wallet: 'портфейл с кода на оферта',
    'vc-api': 'тестови програми, с кода на VC-API, ако е зададен',
    connection: 'учебна платформа с тайния ключ на връзката си',
  },
  parameters: 'Параметри',
  body: 'Тяло на заявката',
  answers: 'Отговори',
  refusals: 'Откази',
  example: 'Пример',
  schemas: 'Обекти с име',
}
