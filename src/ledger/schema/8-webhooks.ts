/** Who is told of what happens, what is to be told, and how that went. Secrets are computed, not stored. */
export const webhooks = `CREATE TABLE webhook_endpoint (
     id TEXT PRIMARY KEY,
     url TEXT NOT NULL,
     events TEXT NOT NULL,
     scope TEXT NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('active', 'disabled')),
     why TEXT,
     generation INTEGER NOT NULL,
     both_until TEXT,
     failures INTEGER NOT NULL,
     failing_since TEXT,
     held_until TEXT,
     created_at TEXT NOT NULL
   );
   CREATE TABLE webhook_event (
     row_key TEXT PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     type TEXT NOT NULL,
     happened_at TEXT NOT NULL,
     about TEXT NOT NULL,
     course TEXT,
     achievement TEXT,
     run TEXT,
     subject TEXT,
     code TEXT
   );
   CREATE INDEX webhook_event_about ON webhook_event (about);
   CREATE TABLE webhook_delivery (
     row_key TEXT PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     event TEXT NOT NULL REFERENCES webhook_event (id),
     endpoint TEXT NOT NULL REFERENCES webhook_endpoint (id),
     state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'given-up')),
     attempts INTEGER NOT NULL,
     due_at TEXT NOT NULL,
     leased_until TEXT,
     first_at TEXT,
     begun_at TEXT,
     status INTEGER,
     answer TEXT,
     changed_at TEXT NOT NULL,
     UNIQUE (event, endpoint)
   );
   CREATE INDEX webhook_delivery_due ON webhook_delivery (endpoint, due_at, row_key) WHERE state = 'waiting';
   CREATE INDEX webhook_delivery_newest ON webhook_delivery (endpoint, row_key);`
