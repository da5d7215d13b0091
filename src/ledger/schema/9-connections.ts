/** Machines that tell us of completions: who they are, what they told, and how far their learners have come. */
export const connections = `CREATE TABLE connection (
     id TEXT PRIMARY KEY,
     kind TEXT NOT NULL CHECK (kind IN ('webhook', 'xapi', 'openedx', 'lti')),
     label TEXT NOT NULL,
     course TEXT NOT NULL,
     run TEXT NOT NULL,
     settings TEXT NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('active', 'removed')),
     created_at TEXT NOT NULL,
     created_by TEXT NOT NULL,
     removed_at TEXT
   );
   CREATE TABLE connection_day (
     connection TEXT NOT NULL REFERENCES connection (id),
     run TEXT NOT NULL,
     day TEXT NOT NULL,
     batch TEXT REFERENCES batch (id),
     taken INTEGER NOT NULL DEFAULT 0,
     refused INTEGER NOT NULL DEFAULT 0,
     ignored INTEGER NOT NULL DEFAULT 0,
     PRIMARY KEY (connection, run, day)
   );
   CREATE INDEX connection_day_batch ON connection_day (batch);
   CREATE TABLE connection_message (
     connection TEXT NOT NULL REFERENCES connection (id),
     message TEXT NOT NULL,
     digest TEXT NOT NULL,
     answer TEXT NOT NULL,
     at TEXT NOT NULL,
     PRIMARY KEY (connection, message)
   );
   CREATE INDEX connection_message_at ON connection_message (at);
   CREATE TABLE connection_progress (
     connection TEXT NOT NULL REFERENCES connection (id),
     learner TEXT NOT NULL,
     target TEXT NOT NULL,
     done_on TEXT NOT NULL,
     score REAL,
     PRIMARY KEY (connection, learner, target)
   );
   CREATE INDEX connection_progress_learner ON connection_progress (learner);
   CREATE TABLE launch_nonce (
     nonce TEXT PRIMARY KEY,
     ends_at TEXT NOT NULL
   );
   CREATE INDEX launch_nonce_ends ON launch_nonce (ends_at);`
