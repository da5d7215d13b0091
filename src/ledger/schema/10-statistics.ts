/** Who took part in a run, counted under numbers that lead to nobody, and how often credentials were checked. */
export const statistics = `CREATE TABLE participant (
     course TEXT NOT NULL,
     run TEXT NOT NULL,
     learner TEXT NOT NULL,
     modules INTEGER NOT NULL,
     areas INTEGER NOT NULL,
     completed INTEGER NOT NULL,
     participated INTEGER NOT NULL,
     seen_at TEXT NOT NULL,
     PRIMARY KEY (course, run, learner)
   );
   CREATE INDEX participant_seen ON participant (seen_at);
   CREATE TABLE participant_reached (
     course TEXT NOT NULL,
     run TEXT NOT NULL,
     learner TEXT NOT NULL,
     specialization TEXT NOT NULL,
     stage TEXT NOT NULL CHECK (stage IN ('eligible', 'enrolled')),
     PRIMARY KEY (course, run, learner, specialization, stage)
   );
   CREATE TABLE check_count (
     day TEXT NOT NULL,
     achievement TEXT NOT NULL,
     way TEXT NOT NULL CHECK (way IN ('page', 'handed-in')),
     verdict TEXT NOT NULL,
     count INTEGER NOT NULL,
     PRIMARY KEY (day, achievement, way, verdict)
   );
   CREATE INDEX batch_run ON batch (course, run);
   CREATE INDEX credential_run ON credential (course, run);`
